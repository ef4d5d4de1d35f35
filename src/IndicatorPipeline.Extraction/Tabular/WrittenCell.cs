namespace IndicatorPipeline.Extraction.Tabular;

/// <summary>A number as it was written into a sentence.</summary>
/// <param name="Start">Offset of the number in the sentences.</param>
/// <param name="End">Offset behind its unit.</param>
/// <param name="Source">Where it stands in the document.</param>
/// <param name="Row">The row it stands in.</param>
/// <param name="IsGoal">Whether its column holds what was planned.</param>
internal readonly record struct WrittenCell(int Start, int End, TextSpan Source, TextSpan Row, bool IsGoal);
