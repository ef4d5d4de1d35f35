using IndicatorPipeline.Extraction.Recognition.Tokens;

namespace IndicatorPipeline.Extraction.Text.Splitting;

/// <summary>A document as lines; a line's beginning can be seen as matching sees it.</summary>
/// <remarks>Used by one thread for one document. Only the lines that are looked at closely are folded.</remarks>
internal sealed class Page
{
    /// <summary>Longest stretch of a line that is folded: no title, byline or heading is longer.</summary>
    public const int Reach = 160;

    private readonly char[] folded = new char[Reach];
    private readonly int[] sources = new int[Reach];
    private readonly Pieces<Line> lines = new();

    // The stretch that was folded last: several readers look at one line.
    private int from;
    private int to = -1;
    private int length;

    public Page(string text)
    {
        Text = text;
        for (var start = 0; start < text.Length;)
        {
            var next = text.AsSpan(start).IndexOfAny('\n', '\r');
            var end = next < 0 ? text.Length : start + next;
            if (end - start <= RunOnLine.Shortest) Add(start, end);
            else RunOnLine.Split(this, start, end, lines.Count == 0);
            start = end + 1;
        }
    }

    public string Text { get; }

    /// <summary>The lines that are not blank.</summary>
    public Pieces<Line> Lines => lines;

    /// <summary>The beginning of a line as it is matched: folded, without blanks and injected pinyin. Valid until the next call.</summary>
    public ReadOnlySpan<char> Fold(Line line) => Fold(line.Start, line.End);

    /// <summary>The same for any stretch of the text; at most <see cref="Reach"/> folded code units.</summary>
    public ReadOnlySpan<char> Fold(int start, int end)
    {
        if (start == from && end == to) return folded.AsSpan(0, length);
        (from, to) = (start, end);
        var table = FoldTable.Entries;
        var text = Text.AsSpan(0, end);
        var target = folded.AsSpan(0, Reach);
        var source = sources.AsSpan(0, Reach);
        var at = 0;
        for (var i = start; i < text.Length && at < target.Length; i++)
        {
            var c = table[text[i]];
            if (c <= '(')
            {
                if (IsBlank(c)) continue;
                if (c == '(' && at > 0 && PinyinEnd(i, end) is var close and > 0)
                {
                    i = close;
                    continue;
                }
            }

            target[at] = c;
            source[at++] = i;
        }

        length = at;
        return target[..at];
    }

    /// <summary>Offset in the decoded text of the code unit <paramref name="index"/> of the last fold; its length gives the end.</summary>
    public int Source(int index) => index < length ? sources[index] : length == 0 ? 0 : sources[length - 1] + 1;

    /// <summary>Adds the line from <paramref name="start"/> to <paramref name="end"/>, unless it is blank.</summary>
    public void Add(int start, int end)
    {
        var table = FoldTable.Entries;
        while (start < end && IsBlank(table[Text[start]])) start++;
        while (end > start && IsBlank(table[Text[end - 1]])) end--;
        if (end > start) lines.Add(new Line(start, end));
    }

    private static bool IsBlank(char folded) => folded is FoldTable.Dropped or FoldTable.Blank or FoldTable.LineEnd;

    // Copy sites put the reading behind a Traditional character: 總結(jié). At most six letters, most of them with a tone mark.
    private int PinyinEnd(int open, int end)
    {
        if (FoldTable.Fold(Text[open - 1]) == Text[open - 1]) return 0;
        for (var i = open + 1; i < end && i <= open + 7; i++)
        {
            if (Text[i] is ')' or '）') return i > open + 1 ? i : 0;
            if (Text[i] is not (>= 'a' and <= 'z' or >= '\u00E0' and <= '\u01DC')) return 0;
        }

        return 0;
    }
}
