using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Tables;
using IndicatorPipeline.Extraction.Text;
using IndicatorPipeline.Extraction.Text.Splitting;

namespace IndicatorPipeline.Extraction.Tabular;

/// <summary>Finds the tables of a speech by their heads and reads their rows.</summary>
/// <param name="lexicon">The words.</param>
/// <param name="reader">Reads sentences: the text, the speech, what its section does, and who is told.</param>
internal sealed class TableReader(Lexicon lexicon, Action<string, Speech, SectionKind, Found> reader)
{
    // A line of a table is no longer.
    private const int LongestRow = 300;

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

    private readonly RowWriter writer = new(lexicon);
    private readonly Pieces<TextSpan> cells = new();

    // The section that was asked for last.
    private int section;

    /// <summary>The tables between the lines <paramref name="first"/> and before <paramref name="end"/>.</summary>
    public FoundTables Read(SourceDocument document, Speech speech, Page page, int first, int end)
    {
        var found = new FoundTables();
        section = 0;
        var unit = "";
        for (var i = first; i < end; i++)
        {
            var line = page.Lines[i];
            if (line.Length > LongestRow) continue;
            if (!Signs.IsIn(page.Fold(line))) continue;
            if (UnitOf(document.Text, line) is { Length: > 0 } said) unit = said;
            RowCells.Split(document.Text, line, cells);
            if (cells.Count < 2 || TableHead.Read(document.Text, cells, unit) is not { } head) continue;
            var kind = KindAt(speech, line.Start);
            if (kind == SectionKind.Furniture) continue;
            var last = ReadRows(document, speech, page, i, end, head, kind, found);
            if (last > i) unit = "";
            i = last;
        }

        return found;
    }

    // Index of the last row, or of the head where it has none.
    private int ReadRows(SourceDocument document, Speech speech, Page page, int index, int end, TableHead head, SectionKind kind, FoundTables found)
    {
        writer.Clear();
        var year = speech.Year?.Value ?? speech.Date?.Value.Year;
        var last = index;
        for (var i = index + 1; i < end && i - last <= LongestGap; i++)
        {
            var line = page.Lines[i];
            if (line.Length > LongestRow) break;
            RowCells.Split(document.Text, line, cells);
            if (cells.Count == 0)
            {
                if (document.Text.AsSpan(line.Start, line.Length).ContainsAny('。', '；', ';')) break;
                continue;
            }

            if (TableHead.Begins(document.Text, cells)) break;
            if (!writer.Write(document.Text, new TextSpan(line.Start, line.End), cells, head, year)) continue;
            last = i;
            if (writer.Length > Block) ReadWritten(document, speech, kind, found);
        }

        if (last == index) return index;
        ReadWritten(document, speech, kind, found);
        found.Add(new TextSpan(page.Lines[index].Start, page.Lines[last].End));
        return last;
    }

    private void ReadWritten(SourceDocument document, Speech speech, SectionKind kind, FoundTables found)
    {
        var at = 0;
        reader(writer.ToString(), speech, kind, Take);
        writer.Clear();

        void Take(in Finding finding)
        {
            while (at < writer.Cells.Count && writer.Cells[at].End <= finding.Span.Start) at++;
            if (at == writer.Cells.Count || finding.Unit is null) return;
            // What stands outside of the cell was written around it.
            if (finding.Span.Start < writer.Cells[at].Start || finding.Span.End > writer.Cells[at].End) return;
            var (text, name) = finding.Name;
            found.Add(finding with
            {
                Document = document,
                Speech = speech,
                Span = writer.Cells[at].Source,
                QuoteSpan = writer.Cells[at].Row,
                GivenName = text.Substring(name.Start, name.Length),
                Status = writer.Cells[at].IsGoal ? Status.Target : finding.Status,
                Derivation = finding.Derivation with { Subject = "row of a table" },
            });
            at++;
        }
    }

    // Asked for one place after another: a speech may have as many sections as tables.
    private SectionKind KindAt(Speech speech, int offset)
    {
        while (section < speech.Sections.Count && speech.Sections[section].Span.End <= offset) section++;
        var isWithin = section < speech.Sections.Count && speech.Sections[section].Span.Contains(offset);
        return isWithin ? speech.Sections[section].Kind : SectionKind.Unknown;
    }

    // 单位:亿元, above a table.
    private static string UnitOf(string text, in Line line)
    {
        const int Longest = 40;
        if (line.Length > Longest || text.AsSpan(line.Start, line.Length).IndexOf("单位") is not (>= 0 and var at)) return "";
        var said = RowCells.Fold(text, new TextSpan(line.Start + at + 2, line.End));
        if (said is not [':', ..]) return "";
        var end = said.AsSpan().IndexOfAny("、,;)/");
        return end < 0 ? said[1..] : said[1..end];
    }
}
