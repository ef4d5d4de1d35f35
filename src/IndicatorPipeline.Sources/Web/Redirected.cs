namespace IndicatorPipeline.Sources.Web;

/// <summary>The server sends on to another address.</summary>
internal sealed record Redirected(Uri To) : Fetch;
