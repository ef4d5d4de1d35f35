using IndicatorPipeline.Api.Requests;
using IndicatorPipeline.Api.Responses;

namespace IndicatorPipeline.Api.OpenApi;

/// <summary>What the description of the API says of an endpoint; attached to it as metadata.</summary>
/// <param name="Tag">The noun it belongs to.</param>
/// <param name="Summary">What it answers.</param>
/// <param name="Parameters">Its parameters of the query string.</param>
/// <param name="Shape">The record it returns, or null for what has its own format.</param>
internal sealed record Doc(string Tag, string Summary, IReadOnlyList<Parameter> Parameters, Shape? Shape)
{
    /// <summary>Whether it is a list with pages, CSV and NDJSON.</summary>
    public bool IsList { get; init; }

    /// <summary>What stands in braces in its path.</summary>
    public IReadOnlyList<Parameter> Path { get; init; } = [];

    /// <summary>Media types of what it returns besides, where it is no record.</summary>
    public IReadOnlyList<string> MediaTypes { get; init; } = [];
}
