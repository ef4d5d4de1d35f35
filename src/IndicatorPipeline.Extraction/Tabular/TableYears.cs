namespace IndicatorPipeline.Extraction.Tabular;

/// <summary>The years that columns without one may be of.</summary>
/// <param name="Caption">The one year that the lines above the table name, or 0.</param>
/// <param name="Speech">The year of the speech, or null.</param>
internal readonly record struct TableYears(int Caption, int? Speech)
{
    /// <summary>Gives columns that say no more than 上年 or 今年 their years, and amounts that say nothing that of the table's name.</summary>
    public void Date(Column[] columns)
    {
        var compares = false;
        foreach (ref readonly var column in columns.AsSpan()) compares |= column.Shift is not null;
        // The table of a budget has the year before beside what is planned.
        var year = Caption > 0 ? Caption : compares ? Speech ?? 0 : 0;
        if (year <= Period.Earliest) return;
        foreach (ref var column in columns.AsSpan())
        {
            if (!column.HoldsNumbers || column.Year > 0 || column.Base.Length > 0) continue;
            if (column.Shift is { } shift) column = column with { Year = year + shift };
            else if (column.Kind == ColumnKind.Level && (column.IsGoal || IsOver(year))) column = column with { Year = year };
        }
    }

    /// <summary>What an amount that is planned grows by is planned too.</summary>
    public static void PlanGrowth(Column[] columns)
    {
        var amount = default(Column);
        foreach (ref var column in columns.AsSpan())
        {
            if (column.Kind == ColumnKind.Level) amount = column;
            else if (column.Kind == ColumnKind.Growth && amount.IsGoal && (column.Year == 0 || column.Year == amount.Year))
                column = column with { IsGoal = true };
        }
    }

    // What came of a year cannot be told before it is over: then the caption is that of a plan.
    private bool IsOver(int year) => Caption > 0 && (Speech is null || year < Speech);
}
