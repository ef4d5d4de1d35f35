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

    // The first characters of what the names are called.
    private const string FirstsOfNames = "指项序名产主";

    // A list's head, of whose lines each is a cell, in code units; and how many cells it has at least.
    private const int LongestHead = 20;
    private const int LongestName = 6;
    private const int FewestCells = 3;

    // What may part cells.
    private static readonly SearchValues<char> Gaps = SearchValues.Create("|｜ " + FoldTable.OtherBlanks);

    private readonly Page page;
    private readonly CellReader reader;
    private readonly RowWriter writer;
    private readonly RowCells cells = new();

    // The lines behind the one at hand, where they may belong to its head.
    private readonly RowCells below = new();
    private readonly RowCells body = new();

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
    private TableYears headYears;
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

    /// <summary>Whether any of the lines from <paramref name="first"/> to before <paramref name="end"/> may begin a table whose cells are lines of
    /// their own: a quick look.</summary>
    public static bool MayHoldList(Page page, int first, int end)
    {
        for (var i = first; i < end; i++)
            if (MayBeginList(page, i)) return true;
        return false;
    }

    // 指标 on a line of its own, and another head below it.
    private static bool MayBeginList(Page page, int index)
    {
        var lines = page.Lines;
        ref readonly var line = ref lines[index];
        return line.Length is >= 2 and <= LongestName && FirstsOfNames.Contains(line.First) && index + FewestCells < lines.Count
            && lines[index + 1].Length <= LongestHead && lines[index + 2].Length <= LongestHead
            && Signs.IsIn(page.Fold(line));
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
            var isLine = text.AsSpan(line.Start, line.Length).ContainsAny(Gaps);
            var height = 1;
            if ((isLine ? HeadAt(text, index, out height) : ListHeadAt(text, index, out height)) is not { } found) continue;
            var kind = KindAt(line.Start);
            if (kind == SectionKind.Furniture) continue;
            reader.Begin(kind);
            var first = index + height;
            var last = isLine ? ReadRows(first, found) : ReadList(first, found);
            if (last < first) continue;
            (unit, next) = ("", last + 1);
            return new TextSpan(line.Start, next < page.Lines.Count ? page.Lines[next].Start : text.Length);
        }

        return null;
    }

    // The head that a line is, or null, and how many lines it has. Tables over several pages, and those of one kind, repeat it.
    private TableHead? HeadAt(string text, int index, out int height)
    {
        ref readonly var line = ref page.Lines[index];
        height = 1;
        var written = text.AsSpan(line.Start, line.Length);
        var before = line.Start > 0 ? text[line.Start - 1] : '\n';
        var isKnown = head is { Unit: var its } && its == unit && beforeHead == before && written.SequenceEqual(headLine.In(text));
        if (!isKnown && !Signs.IsIn(page.Fold(line))) return null;
        var years = new TableYears(CaptionYear(text, index), facts!.Year);
        if (isKnown && headYears == years) return head;
        cells.Split(text, line);
        if (!TableHead.MayBe(cells)) return null;
        if (Below(text, index) is { } heads)
        {
            height = 2;
            return TableHead.Read(heads, unit, years);
        }

        if (TableHead.Read(text, cells, unit, years) is not { } read) return null;
        (head, headLine, headYears, beforeHead) = (read, new TextSpan(line.Start, line.End), years, before);
        return read;
    }

    // What the columns are called where the line below goes on with the head at hand, else null.
    private string[]? Below(string text, int index)
    {
        if (index + 2 >= end || page.Lines[index + 1].Length > RowCells.LongestRow || page.Lines[index + 2].Length > RowCells.LongestRow) return null;
        below.Split(text, page.Lines[index + 1]);
        if (!TwoLines.MayGoOn(below)) return null;
        body.Split(text, page.Lines[index + 2]);
        return TwoLines.Join(cells, below, body.Count);
    }

    // The head whose cells are lines of their own, or null, and how many there are.
    private TableHead? ListHeadAt(string text, int index, out int height)
    {
        height = 0;
        if (!MayBeginList(page, index)) return null;
        var numbers = 0;
        var isNamed = false;
        while (index + height < end && height < RowCells.Most && page.Lines[index + height] is { Length: <= LongestHead } line)
        {
            var column = ColumnReader.Read(page.Fold(line));
            var names = column.Kind == ColumnKind.Name;
            // 序号, 指标, 单位: the names stand first, or behind the numbers of the rows.
            if (column.Kind == ColumnKind.Unknown || (names ? isNamed : !isNamed && height > 0)) break;
            isNamed |= names;
            if (column.HoldsNumbers) numbers++;
            height++;
        }

        if (height < FewestCells || numbers == 0) return null;
        var heads = new string[height];
        for (var i = 0; i < height; i++) heads[i] = text[page.Lines[index + i].Start..page.Lines[index + i].End];
        return TableHead.Read(heads, unit, new TableYears(CaptionYear(text, index), facts!.Year));
    }

    // The one year that the lines above name, or 0.
    private int CaptionYear(string text, int index)
    {
        const int Longest = 60;
        for (var i = index - 1; i >= Math.Max(0, index - 2); i--)
        {
            ref readonly var line = ref page.Lines[i];
            if (line.Length > Longest || line.Last == '。') return 0;
            var folded = page.Fold(line);
            var (year, at) = ColumnReader.Year(folded);
            if (year > 0) return ColumnReader.Year(folded[(at + 1)..]).Year is var other && (other == 0 || other == year) ? year : 0;
        }

        return 0;
    }

    // Index of the last row, or one before the first where there is none.
    private int ReadRows(int first, TableHead columns)
    {
        var text = document!.Text;
        var last = first - 1;
        for (var i = first; i < end && i - last <= LongestGap; i++)
        {
            ref readonly var line = ref page.Lines[i];
            if (line.Length > RowCells.LongestRow) break;
            var row = new TextSpan(line.Start, line.End);
            var written = row.In(text);
            var isLine = written.ContainsAny(Gaps);
            if (isLine) cells.Split(text, line);
            if (!isLine || cells.Count == 0)
            {
                if (written.ContainsAny('。', '；', ';')) break;
                continue;
            }

            if ((head is not null && written.SequenceEqual(headLine.In(text))) || (Signs.IsIn(page.Fold(row)) && TableHead.Begins(cells))) break;
            if (!writer.Write(row, cells, columns, facts!)) continue;
            last = i;
        }

        return last;
    }

    // The same where each cell is a line of its own: the rows end where one has not what the columns hold.
    private int ReadList(int first, TableHead columns)
    {
        var text = document!.Text;
        var width = columns.Columns.Length;
        var last = first - 1;
        while (last + width < end)
        {
            cells.Take(text, page.Lines.Span.Slice(last + 1, width));
            var row = new TextSpan(page.Lines[last + 1].Start, page.Lines[last + width].End);
            if (cells.Count == 0 || !writer.IsFilled(cells, columns) || !writer.Write(row, cells, columns, facts!)) break;
            last += width;
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
