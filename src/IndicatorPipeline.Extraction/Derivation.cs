namespace IndicatorPipeline.Extraction;

/// <summary>How an observation came about, for a person who asks why.</summary>
/// <param name="Subject">Where its subject stands: <c>before the number</c>, <c>behind the number</c>, <c>carried over</c>, <c>paired</c>, <c>row of
/// a table</c>.</param>
/// <param name="Status">What decided between promised and reached.</param>
/// <param name="Period">What gave the years.</param>
public readonly record struct Derivation(string Subject, string Status, string Period);
