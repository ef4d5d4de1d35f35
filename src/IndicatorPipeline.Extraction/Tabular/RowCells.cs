using IndicatorPipeline.Extraction.Text;
using IndicatorPipeline.Extraction.Text.Splitting;

namespace IndicatorPipeline.Extraction.Tabular;

/// <summary>The cells of a line: where each stands, and what can be seen of it as it is written and as it is matched.</summary>
/// <remarks>One instance is used for one line after another; what it gives is valid until the next <see cref="Split"/>.</remarks>
internal sealed class RowCells
{
    /// <summary>Wider tables are dumps of figures.</summary>
    public const int Most = 24;

    /// <summary>A line of a table is no longer, in code units.</summary>
    public const int LongestRow = 300;

    private readonly Pieces<TextSpan> spans = new();

    // What can be seen of all cells, one behind the other, and where in the document it stands.
    private readonly char[] written = new char[LongestRow];
    private readonly char[] folded = new char[LongestRow];
    private readonly int[] sources = new int[LongestRow];

    // Where each cell begins there, and the last one ends.
    private readonly int[] starts = new int[Most + 1];

    /// <summary>Number of cells: none, or two to <see cref="Most"/>.</summary>
    public int Count => spans.Count;

    /// <summary>Where a cell stands in the document, without the blanks around it.</summary>
    public TextSpan this[int cell] => spans[cell];

    /// <summary>A cell without blanks and what cannot be seen.</summary>
    public ReadOnlySpan<char> Written(int cell) => written.AsSpan(starts[cell]..starts[cell + 1]);

    /// <summary>The same as it is matched, character by character.</summary>
    public ReadOnlySpan<char> Folded(int cell) => folded.AsSpan(starts[cell]..starts[cell + 1]);

    /// <summary>Where in the document a character of what can be seen of a cell stands.</summary>
    public int Source(int cell, int at) => sources[starts[cell] + at];

    /// <summary>Splits a line, which is no longer than <see cref="LongestRow"/>, at its bars, its tabs or, where it has none, at runs of blanks;
    /// empty where it is one cell or far too many.</summary>
    public void Split(string text, in Line line)
    {
        spans.Clear();
        var (start, end) = (line.Start, line.End);
        if (text.AsSpan(start, end - start).ContainsAny('|', '｜'))
        {
            if (line.First == '|') start++;
            if (line.Last == '|' && end > start) end--;
            SplitAt(text, start, end, text.AsSpan(start, end - start).Contains('|') ? '|' : '｜');
        }
        else if (text.AsSpan(start, end - start).Contains('\t'))
        {
            // What stands empty before the first cell still counts.
            while (start > 0 && text[start - 1] == '\t') start--;
            SplitAt(text, start, end, '\t');
        }
        else
        {
            SplitAtGaps(text, start, end);
        }

        if (spans.Count is < 2 or > Most) spans.Clear();
        else Read(text);
    }

    /// <summary>Takes lines, together no longer than <see cref="LongestRow"/>, as the cells of one row.</summary>
    public void Take(string text, ReadOnlySpan<Line> lines)
    {
        spans.Clear();
        if (lines.Length is < 2 or > Most) return;
        var length = 0;
        foreach (ref readonly var line in lines)
        {
            spans.Add(new TextSpan(line.Start, line.End));
            length += line.Length;
        }

        if (length > LongestRow) spans.Clear();
        else Read(text);
    }

    private void SplitAt(string text, int start, int end, char mark)
    {
        for (var from = start; from <= end;)
        {
            var at = from < end ? text.AsSpan(from, end - from).IndexOf(mark) : -1;
            var to = at < 0 ? end : from + at;
            Add(text, from, to);
            from = to + 1;
        }
    }

    private void SplitAtGaps(string text, int start, int end)
    {
        var from = start;
        // 指　标: one blank only spreads a word.
        for (var (i, blanks) = (start, 0); i <= end; i++)
        {
            if (i < end && FoldTable.Fold(text[i]) == FoldTable.Blank)
            {
                blanks++;
                continue;
            }

            if (blanks > 1)
            {
                Add(text, from, i - blanks);
                from = i;
            }

            blanks = 0;
        }

        Add(text, from, end);
    }

    private void Add(string text, int start, int end)
    {
        while (start < end && !IsSeen(text[start])) start++;
        while (end > start && !IsSeen(text[end - 1])) end--;
        spans.Add(new TextSpan(start, end));
    }

    private void Read(string text)
    {
        var length = 0;
        for (var cell = 0; cell < spans.Count; cell++)
        {
            starts[cell] = length;
            for (var i = spans[cell].Start; i < spans[cell].End; i++)
            {
                if (!IsSeen(text[i])) continue;
                (written[length], folded[length], sources[length]) = (text[i], FoldTable.Fold(text[i]), i);
                length++;
            }
        }

        starts[spans.Count] = length;
    }

    private static bool IsSeen(char c) => FoldTable.Fold(c) is not (FoldTable.Blank or FoldTable.Dropped or FoldTable.LineEnd);
}
