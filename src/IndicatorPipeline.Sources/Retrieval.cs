namespace IndicatorPipeline.Sources;

/// <summary>How and when a document was fetched from the web.</summary>
/// <param name="Address">The address that answered, behind all redirects.</param>
/// <param name="At">When the answer came.</param>
/// <param name="ETag">The server's entity tag, word for word, or null.</param>
/// <param name="LastModified">The server's Last-Modified, word for word, or null.</param>
public sealed record Retrieval(Uri Address, DateTimeOffset At, string? ETag, string? LastModified);
