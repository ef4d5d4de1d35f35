using System.Buffers;
using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Resolution;
using IndicatorPipeline.Extraction.Tables;
using IndicatorPipeline.Extraction.Text;
using IndicatorPipeline.Extraction.Text.Splitting;

namespace IndicatorPipeline.Extraction.Tabular;

/// <summary>Finds the tables of a speech by their heads, one after another, and reads their rows.</summary>
/// <remarks>One instance is used for one speech after another by one thread.</remarks>
internal sealed class TableReader
{
    // Groups of rows have headlines of their own: so many lines in turn may be no rows.
    private const int LongestGap = 3;

    // A line without any of these is no head: every head names its columns, or years.
    private static readonly PhraseSearch Signs =
        new(
        [
            .. Tsv.Read("columns.tsv").Select(row => row["word"]),
            "0年", "1年", "2年", "3年", "4年", "5年", "6年", "7年", "8年", "9年",
            "0月", "1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月",
        ]);

    // What may part cells.
    private static readonly SearchValues<char> Gaps = SearchValues.Create("|｜ " + FoldTable.OtherBlanks);

    private readonly Page page;
    private readonly CellReader reader;
    private readonly RowWriter writer;
    private readonly RowCells cells = new();

    // What is read, and the first of its lines that has not been looked at.
    private SourceDocument? document;
    private SpeechFacts? facts;
    private int next;
    private int end;

    // The section that was asked for last, and the unit that was said last.
    private int section;
    private string unit = "";

    // The head that was read last, where it stands, and the character before it.
    private TableHead? head;
    private TextSpan headLine;
    private char beforeHead;

    /// <param name="lexicon">The words.</param>
    /// <param name="page">The lines of the document.</param>
    /// <param name="reader">Reads the sentences that stand for cells.</param>
    public TableReader(Lexicon lexicon, Page page, CellReader reader) =>
        (this.page, this.reader, writer) = (page, reader, new RowWriter(lexicon, reader));

    /// <summary>What was read in the table found last, in order of the text.</summary>
    public Pieces<Finding> Findings => reader.Findings;

    /// <summary>Starts a speech, which is the lines from <paramref name="first"/> to before <paramref name="end"/>.</summary>
    public void Open(SourceDocument document, SpeechFacts facts, int first, int end)
    {
        (this.document, this.facts, next, this.end, section, unit) = (document, facts, first, end, 0, "");
        head = null;
        reader.Open(document, facts);
    }

    /// <summary>Finds and reads the next table; null where there is none. It ends where the next line begins.</summary>
    public TextSpan? Next()
    {
        var text = document!.Text;
        Findings.Clear();
        while (next < end)
        {
            var index = next++;
            ref readonly var line = ref page.Lines[index];
            if (line.Length > RowCells.LongestRow) continue;
            if (UnitOf(text, line) is { Length: > 0 } said) unit = said;
            if (!text.AsSpan(line.Start, line.Length).ContainsAny(Gaps) || HeadAt(text, line) is not { } found) continue;
            var kind = KindAt(line.Start);
            if (kind == SectionKind.Furniture) continue;
            reader.Begin(kind);
            var last = ReadRows(index, found);
            if (last == index) continue;
            (unit, next) = ("", last + 1);
            return new TextSpan(line.Start, next < page.Lines.Count ? page.Lines[next].Start : text.Length);
        }

        return null;
    }

    // The head that a line is, or null. Tables over several pages, and those of one kind, repeat it.
    private TableHead? HeadAt(string text, in Line line)
    {
        var written = text.AsSpan(line.Start, line.Length);
        var before = line.Start > 0 ? text[line.Start - 1] : '\n';
        if (head is { Unit: var its } && its == unit && beforeHead == before && written.SequenceEqual(headLine.In(text))) return head;
        if (!Signs.IsIn(page.Fold(line))) return null;
        cells.Split(text, line);
        if (cells.Count < 2 || TableHead.Read(text, cells, unit) is not { } read) return null;
        (head, headLine, beforeHead) = (read, new TextSpan(line.Start, line.End), before);
        return read;
    }

    // Index of the last row, or of the head where it has none.
    private int ReadRows(int index, TableHead columns)
    {
        var text = document!.Text;
        var last = index;
        for (var i = index + 1; i < end && i - last <= LongestGap; i++)
        {
            ref readonly var line = ref page.Lines[i];
            if (line.Length > RowCells.LongestRow) break;
            cells.Split(text, line);
            var row = new TextSpan(line.Start, line.End);
            if (cells.Count == 0)
            {
                if (row.In(text).ContainsAny('。', '；', ';')) break;
                continue;
            }

            if (Signs.IsIn(page.Fold(row)) && TableHead.Begins(cells)) break;
            if (!writer.Write(row, cells, columns, facts!)) continue;
            last = i;
        }

        return last;
    }

    // Asked for one place after another: a speech may have as many sections as tables.
    private SectionKind KindAt(int offset)
    {
        var sections = facts!.Speech.Sections;
        while (section < sections.Count && sections[section].Span.End <= offset) section++;
        return section < sections.Count && sections[section].Span.Contains(offset) ? sections[section].Kind : SectionKind.Unknown;
    }

    // 单位:亿元, above a table.
    private static string UnitOf(string text, in Line line)
    {
        const int Longest = 40;
        if (line.Length > Longest || text.AsSpan(line.Start, line.Length).IndexOf("单位") is not (>= 0 and var at)) return "";
        Span<char> said = stackalloc char[Longest];
        var length = 0;
        foreach (var c in text.AsSpan(line.Start + at + 2, line.Length - at - 2))
            if (FoldTable.Fold(c) is not (FoldTable.Blank or FoldTable.Dropped or FoldTable.LineEnd) and var seen) said[length++] = seen;
        if (said[..length] is not [':', .. var unit]) return "";
        var end = unit.IndexOfAny("、,;)/");
        return (end < 0 ? unit : unit[..end]).ToString();
    }
}
