namespace IndicatorPipeline.Cli.Output;

/// <summary>How observations are written.</summary>
internal enum ObservationFormat
{
    /// <summary>One JSON object a line.</summary>
    Jsonl,

    /// <summary>A heading and one line of comma-separated values for each.</summary>
    Csv,

    /// <summary>A table for a person.</summary>
    Table,
}
