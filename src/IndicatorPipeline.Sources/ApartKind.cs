namespace IndicatorPipeline.Sources;

/// <summary>What a text apart from the body is.</summary>
public enum ApartKind
{
    /// <summary>A footnote 脚注.</summary>
    Footnote,

    /// <summary>An endnote 尾注.</summary>
    Endnote,

    /// <summary>A comment 批注.</summary>
    Comment,

    /// <summary>A running head 页眉.</summary>
    Head,

    /// <summary>A running foot 页脚, page numbers included.</summary>
    Foot,
}
