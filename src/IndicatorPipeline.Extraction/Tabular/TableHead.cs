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

    // Where the rows are places or years, what each column is about, or null.
    private readonly string?[]? titles;

    private TableHead(Column[] columns, int name, string unit, string?[]? titles)
    {
        (Columns, Name, Unit, times, this.titles) = (columns, name, unit, new string?[columns.Length], titles);
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

    /// <summary>What the rows are: names of indicators, places or times.</summary>
    public ColumnKind Rows => titles is null ? ColumnKind.Name : Columns[Name].Kind;

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

    /// <summary>The indicator that a column is about where the rows are places or years: its own, else that of the amounts on its left; empty where
    /// it names none.</summary>
    public string TitleOf(int column)
    {
        if (Columns[column].Kind == ColumnKind.Level) return titles?[column] ?? "";
        for (var i = column; i >= 0; i--)
            if (Columns[i].Kind == ColumnKind.Level) return titles?[i] ?? "";
        return "";
    }

    /// <summary>Whether a line of <paramref name="cells"/> has the words of a head, so that another table begins with it.</summary>
    public static bool Begins(RowCells cells)
    {
        var (names, numbers) = (false, false);
        for (var i = 0; i < cells.Count; i++)
        {
            var column = ColumnReader.Read(cells.Folded(i));
            if (column.Kind is ColumnKind.Place or ColumnKind.Time or ColumnKind.Owner) return true;
            names |= column.Kind is ColumnKind.Name;
            numbers |= column.HoldsNumbers;
        }

        return names && numbers;
    }

    /// <summary>The head that a line of <paramref name="cells"/> is, or null.</summary>
    /// <param name="text">The document.</param>
    /// <param name="cells">The cells.</param>
    /// <param name="unit">The unit said above the table (单位:万元), or empty.</param>
    /// <param name="years">The year that the table is of, and the speech.</param>
    public static TableHead? Read(string text, RowCells cells, string unit, TableYears years)
    {
        if (!MayBe(cells)) return null;
        // The head of the names may be left out.
        var isLeftOut = cells[0].Start > 1 && FoldTable.Fold(text[cells[0].Start - 1]) == FoldTable.Blank
            && ColumnReader.Read(cells.Folded(0)).HoldsNumbers;
        var first = isLeftOut ? 1 : 0;
        var heads = new string[cells.Count + first];
        heads[0] = "";
        for (var i = first; i < heads.Length; i++) heads[i] = cells.Written(i - first).ToString();
        return Read(heads, unit, years);
    }

    /// <summary>Whether cells are short enough to be those of a head.</summary>
    public static bool MayBe(RowCells cells)
    {
        for (var i = 0; i < cells.Count; i++)
            if (cells[i].Length > LongestCell || cells.Written(i).ContainsAny('。', '；', '，')) return false;
        return cells.Count >= 2;
    }

    /// <summary>The head whose columns are called <paramref name="heads"/>, or null; the one of the names may be empty.</summary>
    public static TableHead? Read(string[] heads, string unit, TableYears years)
    {
        var columns = new Column[heads.Length];
        var (name, numbers, rows) = (-1, 0, ColumnKind.Name);
        if (heads[0].Length == 0) name = 0;
        for (var i = 0; i < heads.Length; i++)
        {
            columns[i] = heads[i].Length == 0 ? new Column(i == 0 ? ColumnKind.Name : ColumnKind.Other, 0, "", "", "")
                : ColumnReader.Read(Fold(heads[i]));
            var kind = columns[i].Kind;
            if (numbers == 0 && kind == ColumnKind.Owner) return null;
            if (numbers == 0 && rows == ColumnKind.Name && kind is ColumnKind.Place or ColumnKind.Time) (name, rows) = (i, kind);
            else if (rows != ColumnKind.Name && kind == ColumnKind.Unknown) columns[i] = columns[i] with { Kind = ColumnKind.Level };
            if (columns[i].HoldsNumbers) numbers++;
            else if (numbers == 0 && rows == ColumnKind.Name && kind == ColumnKind.Name) name = i;
        }

        if (name < 0 && columns[0].Kind is ColumnKind.Unknown or ColumnKind.Other) name = 0;
        if (name < 0 || numbers == 0) return null;
        years.Date(columns);
        TableYears.PlanGrowth(columns);
        return new TableHead(columns, name, unit, rows == ColumnKind.Name ? null : Array.ConvertAll(heads, Title));
    }

    private static string Fold(string head) =>
        string.Create(head.Length, head, static (folded, written) =>
        {
            for (var i = 0; i < folded.Length; i++) folded[i] = FoldTable.Fold(written[i]);
        });

    private static string? Title(string head) => head[ColumnReader.TitleIn(Fold(head))] is { Length: > 1 } title ? title : null;

    private string Time(int column)
    {
        for (var i = column; i >= 0; i--)
            if (Columns[i] is { Year: > 0 } or { Months.Length: > 0 })
                return Columns[i].Year > 0 ? $"{Columns[i].Year}年{Columns[i].Months}" : Columns[i].Months;
        return "";
    }
}
