namespace IndicatorPipeline.Extraction;

/// <summary>How a fact about a speech is known, strongest first.</summary>
public enum Evidence
{
    /// <summary>Given by the caller (an option, a field of a record).</summary>
    Given,

    /// <summary>Stated in the title.</summary>
    Title,

    /// <summary>Stated in the byline under the title, as <c>——2025年1月15日在…会议上</c>.</summary>
    Byline,

    /// <summary>Stated or implied by the body (a plan year, 我省).</summary>
    Text,

    /// <summary>Taken from the file's name.</summary>
    FileName,
}
