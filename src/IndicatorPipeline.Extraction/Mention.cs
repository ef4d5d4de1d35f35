namespace IndicatorPipeline.Extraction;

/// <summary>A word or number that the engine recognised in a sentence.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Where it stands in the explained text.</param>
/// <param name="Value">Its value, for a number or quantity; bounds are those of the words around it.</param>
/// <param name="Note">The catalogue's code, the region's code, the roles of a word, or why a number is no observation; else null.</param>
public sealed record Mention(MentionKind Kind, TextSpan Span, Quantity? Value, string? Note);
