namespace IndicatorPipeline.Extraction;

/// <summary>What the engine saw in a text and what it made of it.</summary>
/// <param name="Extraction">The result, as <see cref="Extractor.Extract(SourceDocument)"/> gives it.</param>
/// <param name="Sentences">Spans of the sentences with numbers.</param>
/// <param name="Mentions">All that was recognised, in order of the text.</param>
public sealed record Explanation(DocumentExtraction Extraction, IReadOnlyList<TextSpan> Sentences, IReadOnlyList<Mention> Mentions);
