namespace IndicatorPipeline.Extraction;

/// <summary>A fact about a speech together with how it is known.</summary>
/// <param name="Value">The fact.</param>
/// <param name="Evidence">How it is known.</param>
public sealed record Known<T>(T Value, Evidence Evidence);
