namespace IndicatorPipeline.Jobs.Extracting;

/// <summary>A document that could not be extracted or saved.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Reason">Why, in one line.</param>
public sealed record FailedDocument(string Path, string Reason);
