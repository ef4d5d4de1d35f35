namespace IndicatorPipeline.Sources.Documents;

/// <summary>The content of one document.</summary>
internal sealed record Content : Reading
{
    public required string Text { get; init; }

    public required string MediaType { get; init; }

    public required TextEncoding Encoding { get; init; }

    /// <summary>The document's own title as its format marks it, or null.</summary>
    public string? Title { get; init; }

    public IReadOnlyList<ApartText> Apart { get; init; } = [];

    public Publication? Publication { get; init; }

    public IReadOnlyList<string> Warnings { get; init; } = [];
}
