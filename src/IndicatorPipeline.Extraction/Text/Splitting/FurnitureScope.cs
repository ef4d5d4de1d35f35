namespace IndicatorPipeline.Extraction.Text.Splitting;

/// <summary>How far a word of <c>furniture.tsv</c> reaches.</summary>
internal enum FurnitureScope : byte
{
    /// <summary>No furniture.</summary>
    None,

    /// <summary>The line, wherever it stands.</summary>
    Line,

    /// <summary>The line, if it stands before the speech begins or after it ends.</summary>
    Edge,

    /// <summary>The paragraph that begins with the word.</summary>
    Lead,

    /// <summary>Everything from the line on, late in a speech.</summary>
    Rest,

    /// <summary>The same, but where the annex lists what is to be done or was done: 附件 2025年八件实事.</summary>
    Annex,
}
