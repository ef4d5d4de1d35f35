namespace IndicatorPipeline.Sources;

/// <summary>A text that stands apart from a document's body.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The text, lines separated by line feeds.</param>
public sealed record ApartText(ApartKind Kind, string Text);
