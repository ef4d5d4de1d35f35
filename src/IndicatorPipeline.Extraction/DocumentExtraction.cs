namespace IndicatorPipeline.Extraction;

/// <summary>All that the engine read from one document.</summary>
/// <param name="Document">The document.</param>
/// <param name="Speeches">Its speeches, in order of the text.</param>
/// <param name="Observations">Its observations, in order of the text.</param>
/// <param name="Unbound">Spans of quantities that no rule could bind to an indicator.</param>
public sealed record DocumentExtraction(
    SourceDocument Document,
    IReadOnlyList<Speech> Speeches,
    IReadOnlyList<Observation> Observations,
    IReadOnlyList<TextSpan> Unbound);
