namespace IndicatorPipeline.Jobs.Scanning;

/// <summary>What became of one document of a scan.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Reason">Why it failed and what to do, or null.</param>
public readonly record struct ScanStep(string Path, ScanOutcome Outcome, string? Reason = null);
