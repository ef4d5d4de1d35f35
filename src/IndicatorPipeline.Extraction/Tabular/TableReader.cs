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

    // Rows that are read at once, in code units of their sentences.
    private const int Block = 4000;

    // A line without any of these is no head: every head names its columns, or years.
    private static readonly PhraseSearch Signs =
        new(
        [
            .. Tsv.Read("columns.tsv").Select(row => row["word"]),
            "0年", "1年", "2年", "3年", "4年", "5年", "6年", "7年", "8年", "9年",
            "0月", "1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月",
        ]);

    private readonly Page page;
    private readonly Action<string, SpeechFacts, SectionKind, Found> reader;
    private readonly RowWriter writer;
    private readonly RowCells cells = new();
    private readonly Found take;

    // What is read, and the first of its lines that has not been looked at.
    private SourceDocument? document;
    private SpeechFacts? facts;
    private int next;
    private int end;

    // The section that was asked for last, the unit that was said last, and the written cell that is looked for.
    private int section;
    private string unit = "";
    private int cell;

    /// <param name="lexicon">The words.</param>
    /// <param name="page">The lines of the document.</param>
    /// <param name="reader">Reads sentences: the text, what is known of the speech, what its section does, and who is told.</param>
    public TableReader(Lexicon lexicon, Page page, Action<string, SpeechFacts, SectionKind, Found> reader) =>
        (this.page, this.reader, writer, take) = (page, reader, new RowWriter(lexicon), Take);

    /// <summary>What was read in the table found last, in order of the text.</summary>
    public Pieces<Finding> Findings { get; } = new();

    /// <summary>Starts a speech, which is the lines from <paramref name="first"/> to before <paramref name="end"/>.</summary>
    public void Open(SourceDocument document, SpeechFacts facts, int first, int end) =>
        (this.document, this.facts, next, this.end, section, unit) = (document, facts, first, end, 0, "");

    /// <summary>Finds and reads the next table; null where there is none. It ends where the next line begins.</summary>
    public TextSpan? Next()
    {
        var text = document!.Text;
        Findings.Clear();
        while (next < end)
        {
            var index = next++;
            ref readonly var line = ref page.Lines[index];
            if (line.Length > RowCells.LongestRow || !Signs.IsIn(page.Fold(line))) continue;
            if (UnitOf(text, line) is { Length: > 0 } said) unit = said;
            cells.Split(text, line);
            if (cells.Count < 2 || TableHead.Read(text, cells, unit) is not { } head) continue;
            var kind = KindAt(line.Start);
            if (kind == SectionKind.Furniture || ReadRows(index, head, kind) is var last && last == index) continue;
            (unit, next) = ("", last + 1);
            return new TextSpan(line.Start, next < page.Lines.Count ? page.Lines[next].Start : text.Length);
        }

        return null;
    }

    // Index of the last row, or of the head where it has none.
    private int ReadRows(int index, TableHead head, SectionKind kind)
    {
        writer.Clear();
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
            if (!writer.Write(row, cells, head, facts!.Year)) continue;
            last = i;
            if (writer.Length > Block) ReadWritten(kind);
        }

        if (last > index) ReadWritten(kind);
        return last;
    }

    private void ReadWritten(SectionKind kind)
    {
        cell = 0;
        reader(writer.ToString(), facts!, kind, take);
        writer.Clear();
    }

    private void Take(in Finding finding)
    {
        var written = writer.Cells;
        while (cell < written.Count && written[cell].End <= finding.Span.Start) cell++;
        if (cell == written.Count || finding.Unit is null) return;
        // What stands outside of the cell was written around it.
        if (finding.Span.Start < written[cell].Start || finding.Span.End > written[cell].End) return;
        Findings.Add(finding);
        ref var taken = ref Findings[Findings.Count - 1];
        var (text, name) = finding.Name;
        (taken.Document, taken.Speech, taken.GivenName) = (document!, facts!.Speech, text.Substring(name.Start, name.Length));
        (taken.Span, taken.QuoteSpan) = (written[cell].Source, written[cell].Row);
        if (written[cell].IsGoal) taken.Status = Status.Target;
        taken.Derivation = taken.Derivation with { Subject = "row of a table" };
        cell++;
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
