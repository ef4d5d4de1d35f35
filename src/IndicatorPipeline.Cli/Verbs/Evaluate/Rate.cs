namespace IndicatorPipeline.Cli.Verbs.Evaluate;

/// <summary>Right ones against annotated and extracted ones.</summary>
internal readonly record struct Rate(int Right, int Gold, int Predicted)
{
    /// <summary>From 0 to 1; 1 where nothing was extracted.</summary>
    public double Precision => Predicted == 0 ? 1 : (double)Right / Predicted;

    /// <summary>From 0 to 1; 1 where nothing was annotated.</summary>
    public double Recall => Gold == 0 ? 1 : (double)Right / Gold;

    /// <summary>The harmonic mean of both.</summary>
    public double F1 => Precision + Recall is var sum and > 0 ? 2 * Precision * Recall / sum : 0;
}
