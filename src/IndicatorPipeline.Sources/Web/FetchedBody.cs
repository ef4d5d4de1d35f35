namespace IndicatorPipeline.Sources.Web;

/// <summary>A body.</summary>
/// <param name="Bytes">The body, unpacked from its transfer.</param>
/// <param name="ContentType">The Content-Type header, or null.</param>
/// <param name="FileName">Name that the server or the address gives, never empty.</param>
/// <param name="Retrieval">How it was fetched.</param>
internal sealed record FetchedBody(byte[] Bytes, string? ContentType, string FileName, Retrieval Retrieval) : Fetch;
