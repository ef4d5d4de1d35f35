namespace IndicatorPipeline.Extraction.Text.Copies;

/// <summary>A speech found to be a copy of another.</summary>
/// <param name="Key">What names it.</param>
/// <param name="Kind">How the two are related; never distinct.</param>
/// <param name="IsLonger">Whether the found speech is the longer one: of an excerpt, the full text.</param>
public sealed record Copy<TKey>(TKey Key, CopyKind Kind, bool IsLonger);
