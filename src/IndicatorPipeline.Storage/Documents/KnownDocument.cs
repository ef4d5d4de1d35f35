namespace IndicatorPipeline.Storage.Documents;

/// <summary>What is stored of a document, for the reader that looks whether it has changed.</summary>
public sealed record KnownDocument
{
    /// <summary>Its number.</summary>
    public required long DocumentId { get; init; }

    /// <summary>Its place in the collection.</summary>
    public required string Path { get; init; }

    /// <summary>SHA-256 of its bytes when last read, lower-case hexadecimal.</summary>
    public required string ContentHash { get; init; }

    /// <summary>The server's entity tag then, or null.</summary>
    public string? ETag { get; init; }

    /// <summary>The server's Last-Modified then, or null.</summary>
    public string? LastModified { get; init; }
}
