namespace IndicatorPipeline.Extraction.Tabular;

/// <summary>Joins the two lines of a head: years or indicators above, what is told of each below.</summary>
internal static class TwoLines
{
    /// <summary>Whether a line goes on with the head that stands above it: two of its cells or more say what numbers they hold, and none is a name
    /// or a number.</summary>
    public static bool MayGoOn(RowCells below)
    {
        if (!TableHead.MayBe(below)) return false;
        var numbers = 0;
        for (var i = 0; i < below.Count; i++)
        {
            var head = below.Folded(i);
            if (head.IsEmpty) continue;
            if (head.IndexOfAnyInRange('\u4E00', '\u9FFF') < 0 && head is not "%") return false;
            var column = ColumnReader.Read(head);
            if (column.HoldsNumbers) numbers++;
            else if (column.Kind is not (ColumnKind.Unknown or ColumnKind.Other or ColumnKind.Unit)) return false;
        }

        return numbers >= 2;
    }

    /// <summary>The names of the columns, or null where it cannot be told which cells stand above which.</summary>
    /// <param name="above">The first line.</param>
    /// <param name="below">The second.</param>
    /// <param name="width">How many cells the first row has.</param>
    public static string[]? Join(RowCells above, RowCells below, int width)
    {
        var isEmpty = below.Written(0).IsEmpty;
        for (var i = 0; i < above.Count; i++) isEmpty |= i > 0 && above.Written(i).IsEmpty;
        return isEmpty ? JoinAligned(above, below) : JoinSpanned(above, below, width);
    }

    // A cell that spans several columns has empty ones behind it, one that spans both lines an empty one below it.
    private static string[]? JoinAligned(RowCells above, RowCells below)
    {
        if (below.Count < above.Count - 1) return null;
        var heads = new string[Math.Max(above.Count, below.Count)];
        var last = "";
        for (var i = 0; i < heads.Length; i++)
        {
            if (i < above.Count && !above.Written(i).IsEmpty) last = above.Written(i).ToString();
            heads[i] = i < below.Count ? last + below.Written(i).ToString() : last;
        }

        return heads;
    }

    // Nothing stands for what a cell spans: those above that hold numbers share the cells below evenly.
    private static string[]? JoinSpanned(RowCells above, RowCells below, int width)
    {
        var parents = above.Count + below.Count - width;
        if (parents < 1 || below.Count % parents != 0 || below.Count / parents < 2) return null;
        var end = above.Count;
        while (end > 0 && !IsParent(above, end - 1)) end--;
        var first = end - parents;
        for (var i = first; i < end; i++)
            if (i < 1 || !IsParent(above, i)) return null;
        var heads = new string[width];
        var each = below.Count / parents;
        for (var i = 0; i < width; i++)
        {
            var child = i - first;
            heads[i] = child < 0 ? above.Written(i).ToString()
                : child < below.Count ? string.Concat(above.Written(first + (child / each)), below.Written(child))
                : above.Written(i - below.Count + parents).ToString();
        }

        return heads;
    }

    private static bool IsParent(RowCells above, int cell)
    {
        var column = ColumnReader.Read(above.Folded(cell));
        return column.HoldsNumbers || column.Kind == ColumnKind.Unknown;
    }
}
