namespace IndicatorPipeline.Sources.Web;

/// <summary>The server says that the known version is still the one.</summary>
/// <param name="FileName">Name that the server or the address gives, never empty.</param>
/// <param name="Retrieval">How it was fetched.</param>
internal sealed record FetchedUnchanged(string FileName, Retrieval Retrieval) : Fetch;
