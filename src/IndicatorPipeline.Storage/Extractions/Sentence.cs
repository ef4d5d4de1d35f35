namespace IndicatorPipeline.Storage.Extractions;

/// <summary>A sentence of a document's text.</summary>
/// <param name="Start">Offset of its first UTF-16 code unit.</param>
/// <param name="End">Offset behind its last UTF-16 code unit.</param>
/// <param name="Text">The sentence as stored.</param>
internal readonly record struct Sentence(int Start, int End, string Text);
