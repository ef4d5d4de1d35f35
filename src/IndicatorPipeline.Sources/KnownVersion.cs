namespace IndicatorPipeline.Sources;

/// <summary>The last version of a document that the caller has stored.</summary>
/// <param name="ContentHash">SHA-256 of its raw bytes, lower-case hexadecimal.</param>
/// <param name="ETag">The server's entity tag then, word for word, or null.</param>
/// <param name="LastModified">The server's Last-Modified then, word for word, or null.</param>
public sealed record KnownVersion(string ContentHash, string? ETag = null, string? LastModified = null);
