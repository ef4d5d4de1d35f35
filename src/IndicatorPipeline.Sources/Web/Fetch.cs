namespace IndicatorPipeline.Sources.Web;

/// <summary>
/// What came of one request: <see cref="FetchedBody"/>, <see cref="FetchedUnchanged"/>, <see cref="Redirected"/> or <see cref="NotFetched"/>.
/// </summary>
internal abstract record Fetch;
