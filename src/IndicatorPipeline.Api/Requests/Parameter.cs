namespace IndicatorPipeline.Api.Requests;

/// <summary>
/// A parameter of a query string: its name, what it means and which values it takes. OpenAPI, checks and error texts all come from this one place.
/// </summary>
/// <param name="Name">The name as written in the address; parameters are camelCase, fields of results snake_case.</param>
/// <param name="Description">What it selects, with units and ranges.</param>
/// <param name="Example">A value that works on a usual database.</param>
internal sealed record Parameter(string Name, string Description, string Example)
{
    /// <summary>The only values allowed, or empty where they are not a closed list.</summary>
    public IReadOnlyList<string> Allowed { get; init; } = [];

    /// <summary>Whether several values may be given, separated by commas or by repeating the parameter.</summary>
    public bool Many { get; init; }

    /// <summary>JSON schema type: <c>string</c>, <c>integer</c>, <c>number</c> or <c>boolean</c>.</summary>
    public string Type { get; init; } = "string";
}
