namespace IndicatorPipeline.Storage.Copies;

/// <summary>A speech by its document and its number in it.</summary>
internal readonly record struct SpeechKey(long DocumentId, int Number);
