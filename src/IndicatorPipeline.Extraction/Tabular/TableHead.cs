using IndicatorPipeline.Extraction.Text;

namespace IndicatorPipeline.Extraction.Tabular;

/// <summary>The columns of a table.</summary>
internal sealed class TableHead
{
    private const int LongestCell = 20;

    // Between the first and the last year of a plan.
    private const int ShortestPlan = 3;
    private const int LongestPlan = 10;

    private readonly string?[] times;

    private TableHead(Column[] columns, int name, string unit)
    {
        (Columns, Name, Unit, times) = (columns, name, unit, new string?[columns.Length]);
        var (first, last) = (int.MaxValue, 0);
        foreach (ref readonly var column in columns.AsSpan())
        {
            if (column is not { Kind: ColumnKind.Level, Year: > 0 }) continue;
            (first, last) = (Math.Min(first, column.Year), Math.Max(last, column.Year));
        }

        LastYear = last;
        if (last - first is >= ShortestPlan and <= LongestPlan) Span = $"{first + 1}-{last}年,";
    }

    /// <summary>The columns, at least two.</summary>
    public Column[] Columns { get; }

    /// <summary>Index of the column of names.</summary>
    public int Name { get; }

    /// <summary>The unit of the whole table, or empty.</summary>
    public string Unit { get; }

    /// <summary>The last year that a column is of, or 0.</summary>
    public int LastYear { get; }

    /// <summary>The years that averages and sums are taken over, as words, or empty.</summary>
    public string Span { get; } = "";

    /// <summary>The year of the numbers in a column: its own, else that of the amounts on its left; 0 where none is said.</summary>
    public int YearOf(int column)
    {
        for (var i = column; i >= 0; i--)
            if (Columns[i].Year > 0) return Columns[i].Year;
        return 0;
    }

    /// <summary>The year and months of the numbers in a column, as words: its own, else those of the amounts on its left; empty where none are
    /// said.</summary>
    public string TimeOf(int column) => times[column] ??= Time(column);

    /// <summary>What a column counts of the things that the rows name, or the amounts on its left; empty where none says so.</summary>
    public string NounOf(int column)
    {
        for (var i = column; i >= 0; i--)
            if (Columns[i].Kind == ColumnKind.Level) return Columns[i].Noun;
        return "";
    }

    /// <summary>Whether a line of <paramref name="cells"/> has the words of a head, so that another table begins with it.</summary>
    public static bool Begins(RowCells cells)
    {
        var (names, numbers) = (false, false);
        for (var i = 0; i < cells.Count; i++)
        {
            var column = ColumnReader.Read(cells.Folded(i));
            if (column.Kind is ColumnKind.Place) return true;
            names |= column.Kind is ColumnKind.Name;
            numbers |= column.HoldsNumbers;
        }

        return names && numbers;
    }

    /// <summary>The head that a line of <paramref name="cells"/> is, or null.</summary>
    /// <param name="text">The document.</param>
    /// <param name="cells">The cells.</param>
    /// <param name="unit">The unit said above the table (单位:万元), or empty.</param>
    public static TableHead? Read(string text, RowCells cells, string unit)
    {
        if (cells.Count < 2) return null;
        for (var i = 0; i < cells.Count; i++)
            if (cells[i].Length > LongestCell || cells.Written(i).ContainsAny('。', '；', '，')) return null;
        // The head of the names may be left out.
        var leftmost = ColumnReader.Read(cells.Folded(0));
        var isLeftOut = leftmost.HoldsNumbers && cells[0].Start > 1 && FoldTable.Fold(text[cells[0].Start - 1]) == FoldTable.Blank;
        var first = isLeftOut ? 1 : 0;
        var columns = new Column[cells.Count + first];
        var (name, numbers) = (-1, 0);
        if (first > 0) (columns[0], name) = (new Column(ColumnKind.Name, 0, "", "", ""), 0);
        for (var i = first; i < columns.Length; i++)
        {
            columns[i] = i == first ? leftmost : ColumnReader.Read(cells.Folded(i - first));
            if (columns[i].Kind == ColumnKind.Place && numbers == 0) return null;
            if (columns[i].HoldsNumbers) numbers++;
            else if (numbers == 0 && columns[i].Kind == ColumnKind.Name) name = i;
        }

        if (name < 0 && columns[0].Kind == ColumnKind.Other) name = 0;
        return name >= 0 && numbers > 0 ? new TableHead(columns, name, unit) : null;
    }

    private string Time(int column)
    {
        for (var i = column; i >= 0; i--)
            if (Columns[i] is { Year: > 0 } or { Months.Length: > 0 })
                return Columns[i].Year > 0 ? $"{Columns[i].Year}年{Columns[i].Months}" : Columns[i].Months;
        return "";
    }
}
