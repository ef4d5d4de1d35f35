namespace IndicatorPipeline.Cli.Documents;

/// <summary>What a line is worth.</summary>
internal enum Utf8LineKind
{
    /// <summary>It holds something.</summary>
    Text,

    /// <summary>It holds nothing but white space.</summary>
    Blank,

    /// <summary>It was longer than is read; its bytes were skipped.</summary>
    TooLong,
}
