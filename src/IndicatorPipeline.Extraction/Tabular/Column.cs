namespace IndicatorPipeline.Extraction.Tabular;

/// <summary>A column of a table, as its head tells it.</summary>
/// <param name="Kind">What its cells hold.</param>
/// <param name="Year">The year its numbers are of, or 0.</param>
/// <param name="Months">The part of the year that its numbers are of, as words (<c>1-9月</c>), or empty.</param>
/// <param name="Base">What its changes are counted from, as words (<c>比1982年</c>), or empty.</param>
/// <param name="Unit">The unit in its head, or empty.</param>
/// <param name="Noun">What it counts of the thing that a row names (<c>产量</c>), or empty.</param>
/// <param name="Shift">How far its year is from the table's where it says no more than 上年 or 今年, or null.</param>
/// <param name="IsGoal">Whether its numbers were planned (预算数), whatever became of them.</param>
internal readonly record struct Column(ColumnKind Kind, int Year, string Months, string Base, string Unit, string Noun = "",
    int? Shift = null, bool IsGoal = false)
{
    /// <summary>Whether its cells are numbers.</summary>
    public bool HoldsNumbers => Kind >= ColumnKind.Level;
}
