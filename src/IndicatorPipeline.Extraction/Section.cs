namespace IndicatorPipeline.Extraction;

/// <summary>A stretch of a speech under one heading.</summary>
/// <param name="Span">From the heading to before the next one, in the document's text.</param>
/// <param name="Heading">The heading, or empty for what stands before the first.</param>
/// <param name="Kind">What the section does.</param>
public sealed record Section(TextSpan Span, string Heading, SectionKind Kind);
