namespace IndicatorPipeline.Cli.Verbs.Evaluate;

/// <summary>How often matched pairs agree in one field.</summary>
internal readonly record struct FieldScore(string Name, int Right, int Of)
{
    /// <summary>From 0 to 1; 1 where there was nothing to judge.</summary>
    public double Accuracy => Of == 0 ? 1 : (double)Right / Of;
}
