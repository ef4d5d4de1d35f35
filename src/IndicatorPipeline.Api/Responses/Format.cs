namespace IndicatorPipeline.Api.Responses;

/// <summary>How a list goes out.</summary>
internal enum Format
{
    /// <summary>One page: <c>{"total", "next", "items"}</c>.</summary>
    Json,

    /// <summary>All rows, RFC 4180 with a heading.</summary>
    Csv,

    /// <summary>All rows, one JSON object a line.</summary>
    Ndjson,
}
