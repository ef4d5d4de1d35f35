namespace IndicatorPipeline.Cli.Verbs.Query;

/// <summary>What is asked for.</summary>
internal enum QuerySubject
{
    /// <summary>What was stated, one row a number.</summary>
    Observations,

    /// <summary>What was promised against what was reached.</summary>
    Outcomes,
}
