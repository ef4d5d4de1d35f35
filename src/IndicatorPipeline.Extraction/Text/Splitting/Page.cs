
namespace IndicatorPipeline.Extraction.Text.Splitting;

/// <summary>A document as lines; a line's beginning can be seen as matching sees it.</summary>
/// <remarks>One instance is used for one document after another by one thread.</remarks>
/// <param name="whole">Takes the whole text as it is matched.</param>
internal sealed class Page(FoldedText whole)
{
    /// <summary>Longest stretch of a line that is seen folded: no title, byline or heading is longer.</summary>
    public const int Reach = 160;

    private readonly Pieces<Line> lines = new();

    // Made for the first document that needs it.
    private OwnPlaceFinder? places;

    // Where the line or stretch that was seen last begins in the folded text.
    private int first;

    /// <summary>The document's text.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The lines that are not blank.</summary>
    public Pieces<Line> Lines => lines;

    /// <summary>Looks for the place that a body speaks of.</summary>
    public OwnPlaceFinder Places => places ??= new OwnPlaceFinder(this);

    /// <summary>Folds <paramref name="text"/> and finds its lines.</summary>
    public void Open(string text)
    {
        Text = text;
        whole.Fold(text, 0, text.Length);
        lines.Clear();
        var start = 0;
        foreach (var end in whole.LineEnds)
        {
            AddAll(start, end);
            start = end + 1;
        }

        AddAll(start, text.Length);
    }

    private void AddAll(int start, int end)
    {
        while (start < end && Text[start] is '\n' or '\r') start++;
        if (end - start <= RunOnLine.Shortest) Add(start, end);
        else RunOnLine.Split(this, start, end, lines.Count == 0);
    }

    /// <summary>The beginning of a line as it is matched: folded, without blanks and injected pinyin.</summary>
    public ReadOnlySpan<char> Fold(Line line)
    {
        first = whole.Offset(line.Start);
        return whole.Span[first..Math.Min(whole.Offset(line.End), first + Reach)];
    }

    /// <summary>What the line at <paramref name="index"/> says as furniture; asked for by one reader after another, but read once.</summary>
    public FurnitureScope Scope(int index)
    {
        ref var line = ref lines[index];
        if (line.Scope is { } known) return known;
        var scope = Furniture.Read(Fold(line), line.Length);
        line = line with { Scope = scope };
        return scope;
    }

    /// <summary>The whole of a stretch as it is matched.</summary>
    public ReadOnlySpan<char> Fold(TextSpan span)
    {
        first = whole.Offset(span.Start);
        return whole.Span[first..whole.Offset(span.End)];
    }

    /// <summary>Offset in the decoded text of the code unit <paramref name="index"/> of the line or stretch that was seen last.</summary>
    public int Source(int index) => whole.Source(first + index);

    /// <summary>Adds the line from <paramref name="start"/> to <paramref name="end"/>, unless it is blank.</summary>
    public void Add(int start, int end)
    {
        var table = FoldTable.Entries;
        while (start < end && IsBlank(table[Text[start]])) start++;
        while (end > start && IsBlank(table[Text[end - 1]])) end--;
        if (end > start) lines.Add(new Line(start, end, table[Text[start]], table[Text[end - 1]]));
    }

    private static bool IsBlank(char folded) => folded is FoldTable.Dropped or FoldTable.Blank or FoldTable.LineEnd;
}
