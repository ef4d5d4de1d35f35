namespace IndicatorPipeline.Cli.Verbs.Query;

/// <summary>How the answer is shown.</summary>
internal enum QueryForm
{
    /// <summary>A table for a person.</summary>
    Table,

    /// <summary>Comma-separated values for a program.</summary>
    Csv,

    /// <summary>A drawing by year.</summary>
    Chart,
}
