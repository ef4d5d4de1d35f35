namespace IndicatorPipeline.Extraction.Text.Copies;

/// <summary>How two speeches are related as texts.</summary>
public enum CopyKind
{
    /// <summary>Two speeches.</summary>
    Distinct,

    /// <summary>One is a part of the other, less than half as long.</summary>
    Excerpt,

    /// <summary>One speech in two copies that differ by cuts, slips or spun words, but not in their numbers.</summary>
    Near,

    /// <summary>The same text but for width, script, case and blanks.</summary>
    Exact,
}
