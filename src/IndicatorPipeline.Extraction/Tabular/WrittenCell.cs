namespace IndicatorPipeline.Extraction.Tabular;

/// <summary>A number of a table, as it was written into a sentence.</summary>
/// <param name="Start">Offset of the number in the sentence.</param>
/// <param name="Digits">Offset behind its sign.</param>
/// <param name="Unit">Offset behind its digits.</param>
/// <param name="End">Offset behind its unit.</param>
/// <param name="Source">Where it stands in the document.</param>
/// <param name="Row">The row it stands in.</param>
/// <param name="Year">The year that the sentence begins with, or 0.</param>
/// <param name="Place">The place that the row is of where the sentence does not name it, or null.</param>
/// <param name="IsGoal">Whether its column holds what was planned.</param>
internal readonly record struct WrittenCell(int Start, int Digits, int Unit, int End, TextSpan Source, TextSpan Row, int Year,
    string? Place, bool IsGoal);
