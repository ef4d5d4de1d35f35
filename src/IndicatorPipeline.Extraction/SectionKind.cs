namespace IndicatorPipeline.Extraction;

/// <summary>What a section of a speech does.</summary>
public enum SectionKind
{
    /// <summary>Neither word nor verb tells.</summary>
    Unknown,

    /// <summary>回顾: what was done.</summary>
    Review,

    /// <summary>目标: what will be reached.</summary>
    Goals,

    /// <summary>措施, 任务: what will be done.</summary>
    Measures,

    /// <summary>Page chrome, glossaries, annexes and stories: no statements of the speech.</summary>
    Furniture,
}
