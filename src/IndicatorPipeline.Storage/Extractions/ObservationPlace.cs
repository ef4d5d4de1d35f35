namespace IndicatorPipeline.Storage.Extractions;

/// <summary>Where an observation stands: unique among the current ones of a document.</summary>
/// <param name="Start">Offset of its first UTF-16 code unit.</param>
/// <param name="End">Offset behind its last UTF-16 code unit.</param>
/// <param name="Ordinal">1, or more where one span states several quantities.</param>
internal readonly record struct ObservationPlace(int Start, int End, short Ordinal);
