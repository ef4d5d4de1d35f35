using IndicatorPipeline.Extraction;

namespace IndicatorPipeline.Storage.Documents;

/// <summary>A document as it was read from its source.</summary>
public sealed record FoundDocument
{
    /// <summary>Where it is.</summary>
    public required DocumentPlace Place { get; init; }

    /// <summary>Where it was read, in full: a path or an address.</summary>
    public required string Uri { get; init; }

    /// <summary>The decoded document.</summary>
    public required SourceDocument Document { get; init; }

    /// <summary>SHA-256 of its bytes, lower-case hexadecimal.</summary>
    public required string ContentHash { get; init; }

    /// <summary>SHA-256 of its folded text (equal in exact copies), lower-case hexadecimal, or null.</summary>
    public string? FoldedHash { get; init; }

    /// <summary>Version of the reader that decoded it.</summary>
    public required int ReaderVersion { get; init; }

    /// <summary>Media type as found from the content.</summary>
    public required string MediaType { get; init; }

    /// <summary>Name of the encoding, or null for formats that carry their own.</summary>
    public string? Encoding { get; init; }

    /// <summary>Number of bytes.</summary>
    public required long ByteLength { get; init; }

    /// <summary>When the bytes were read.</summary>
    public required DateTimeOffset RetrievedAt { get; init; }

    /// <summary>The server's entity tag, or null.</summary>
    public string? ETag { get; init; }

    /// <summary>The server's Last-Modified, or null.</summary>
    public string? LastModified { get; init; }

    /// <summary>Day of publication in the words of the page or file, or null.</summary>
    public string? PublishedOn { get; init; }

    /// <summary>Author or source (来源) in the words of the page or file, or null.</summary>
    public string? PublishedBy { get; init; }

    /// <summary>Name of the site in the words of the page, or null.</summary>
    public string? PublishedSite { get; init; }

    /// <summary>Address that the page calls its own, or null.</summary>
    public string? CanonicalUri { get; init; }

    /// <summary>Texts that belong to the document but not to its body, with what they are: footnote, endnote, comment, head or foot.</summary>
    public IReadOnlyList<(string Kind, string Text)> Apart { get; init; } = [];

    /// <summary>What a reader of the text should know, one line each; empty for a document read without loss.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
