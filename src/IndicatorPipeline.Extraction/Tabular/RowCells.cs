using IndicatorPipeline.Extraction.Text;
using IndicatorPipeline.Extraction.Text.Splitting;

namespace IndicatorPipeline.Extraction.Tabular;

/// <summary>The cells of a line.</summary>
internal static class RowCells
{
    /// <summary>Wider tables are dumps of figures.</summary>
    public const int Most = 24;

    // Few cells are longer.
    private const int Short = 64;

    /// <summary>Splits a line at its bars, its tabs or, where it has none, at runs of blanks; empty where it is one cell or far too many.</summary>
    public static void Split(string text, in Line line, Pieces<TextSpan> cells)
    {
        cells.Clear();
        var (start, end) = (line.Start, line.End);
        if (text.AsSpan(start, end - start).ContainsAny('|', '｜'))
        {
            if (line.First == '|') start++;
            if (line.Last == '|' && end > start) end--;
            SplitAt(text, start, end, text.AsSpan(start, end - start).Contains('|') ? '|' : '｜', cells);
        }
        else if (text.AsSpan(start, end - start).Contains('\t'))
        {
            // What stands empty before the first cell still counts.
            while (start > 0 && text[start - 1] == '\t') start--;
            SplitAt(text, start, end, '\t', cells);
        }
        else
        {
            var from = start;
            for (var i = start; i < end; i++)
            {
                if (!IsGap(text, i, end)) continue;
                Add(text, from, i, cells);
                while (i + 1 < end && FoldTable.Fold(text[i + 1]) == FoldTable.Blank) i++;
                from = i + 1;
            }

            Add(text, from, end, cells);
        }

        if (cells.Count is < 2 or > Most) cells.Clear();
    }

    private static void SplitAt(string text, int start, int end, char mark, Pieces<TextSpan> cells)
    {
        for (var from = start; from <= end;)
        {
            var at = from < end ? text.AsSpan(from, end - from).IndexOf(mark) : -1;
            var to = at < 0 ? end : from + at;
            Add(text, from, to, cells);
            from = to + 1;
        }
    }

    private static bool IsGap(string text, int at, int end) =>
        // 指　标: one blank only spreads a word.
        FoldTable.Fold(text[at]) == FoldTable.Blank && at + 1 < end && FoldTable.Fold(text[at + 1]) == FoldTable.Blank;

    private static void Add(string text, int start, int end, Pieces<TextSpan> cells)
    {
        while (start < end && FoldTable.Fold(text[start]) is FoldTable.Blank or FoldTable.Dropped) start++;
        while (end > start && FoldTable.Fold(text[end - 1]) is FoldTable.Blank or FoldTable.Dropped) end--;
        cells.Add(new TextSpan(start, end));
    }

    /// <summary>A cell without blanks and what cannot be seen.</summary>
    public static string Read(string text, TextSpan cell)
    {
        Span<char> kept = cell.Length <= Short ? stackalloc char[Short] : new char[cell.Length];
        var length = 0;
        foreach (var c in cell.In(text))
            if (FoldTable.Fold(c) is not (FoldTable.Blank or FoldTable.Dropped or FoldTable.LineEnd)) kept[length++] = c;
        return new string(kept[..length]);
    }

    /// <summary>The same as it is matched.</summary>
    public static string Fold(string text, TextSpan cell) => FoldTable.Fold(Read(text, cell));
}
