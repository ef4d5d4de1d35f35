namespace IndicatorPipeline.Extraction;

/// <summary>A document as decoded, before any cleaning, with what its source says about it.</summary>
public sealed record SourceDocument
{
    /// <summary>Name that is unique in its collection: the file name without its extension, or the id given.</summary>
    public required string Id { get; init; }

    /// <summary>The text as decoded. All offsets of the engine are UTF-16 code units of this string.</summary>
    public required string Text { get; init; }

    /// <summary>The title given by the source, or null.</summary>
    public string? Title { get; init; }

    /// <summary>The day the speech was held as given by the caller, or null. A copy site's publication date does not belong here.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>GB/T 2260 code of the speaker's jurisdiction as given by the caller, or null; <c>CN</c> or <c>000000</c> is the nation.</summary>
    public string? RegionCode { get; init; }

    /// <summary>File name without directory, for what it says of region and year (<c>2025年上海市政府工作报告.docx</c>), or null.</summary>
    public string? FileName { get; init; }
}
