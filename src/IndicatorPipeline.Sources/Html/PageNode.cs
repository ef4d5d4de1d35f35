using AngleSharp.Dom;

namespace IndicatorPipeline.Sources.Html;

/// <summary>A node of a page in document order, with what the main-text finder measures of it and all below it.</summary>
internal sealed class PageNode
{
    /// <summary>The element, or null for text.</summary>
    public IElement? Element { get; init; }

    /// <summary>The text, or null for an element.</summary>
    public string? Text { get; init; }

    /// <summary>Lower-case name of the element, or the empty string.</summary>
    public string Name { get; init; } = "";

    /// <summary>Index of the parent, or -1 for the root.</summary>
    public int Parent { get; init; }

    /// <summary>Index behind the last node below this one.</summary>
    public int End { get; set; }

    /// <summary>Characters that are not white space.</summary>
    public int Length { get; set; }

    /// <summary>How many of them stand in links.</summary>
    public int LinkLength { get; set; }

    /// <summary>Number of links.</summary>
    public int Links { get; set; }

    /// <summary>Characters of this block alone, without the blocks inside it.</summary>
    public int OwnLength { get; set; }

    /// <summary>How many of them stand in links.</summary>
    public int OwnLinkLength { get; set; }

    /// <summary>Punctuation among them: prose has it, menus do not.</summary>
    public int OwnMarks { get; set; }

    /// <summary>Characters of running text in this block alone: prose with few links.</summary>
    public double OwnRunning { get; set; }

    /// <summary>Characters of running text in this node and below it, the page's frame included.</summary>
    public double Running { get; set; }

    /// <summary>Characters of running text in this node and below it, without what belongs to the page's frame.</summary>
    public double Weight { get; set; }

    /// <summary>Part of the page's frame, not of its text.</summary>
    public bool IsChrome { get; set; }

    public bool IsBlock => PageElements.IsBlock(Name);

    /// <summary>Share of the characters that stand in links.</summary>
    public double LinkDensity => Length == 0 ? 0 : (double)LinkLength / Length;
}
