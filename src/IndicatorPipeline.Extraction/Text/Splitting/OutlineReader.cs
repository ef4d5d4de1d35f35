namespace IndicatorPipeline.Extraction.Text.Splitting;

/// <summary>Reads the outline of a speech: its headings, what each section does, and what is furniture.</summary>
internal sealed class OutlineReader
{
    private const int LongestHeading = 60;
    private const int LongestUnnumbered = 30;

    // Glossaries and annexes stand behind the speech.
    private const double EarliestRest = 0.4;

    private static readonly PhraseTable<bool> Unnumbered =
        new(
        [
            "回顾", "工作安排", "安排建议", "总体要求", "主要目标", "预期目标", "目标任务", "重点工作", "主要任务", "重点任务",
            "工作部署", "总体部署", "工作思路", "指导思想", "结束语", "自身建设", "工作总结", "奋斗目标", "发展目标",
        ]);

    private readonly Page page;
    private readonly Part part;
    private readonly Masthead masthead;
    private readonly YearFinder years;
    private readonly List<Section> sections = [];
    private readonly int spanEnd;
    private int openFrom;
    private string openHeading = "";
    private SectionKind openKind;
    private SectionKind kindAbove;
    private int lastNumber;
    private int lastItem;
    private int openDepth;
    private bool inAnnex;

    private OutlineReader(Page page, Part part, Masthead masthead, YearFinder years, TextSpan span)
    {
        (this.page, this.part, this.masthead, this.years) = (page, part, masthead, years);
        (openFrom, spanEnd) = (span.Start, span.End);
    }

    /// <summary>The sections of the speech at <paramref name="span"/>, which they cover without gaps; the years of its headings go to <paramref
    /// name="years"/>.</summary>
    public static IReadOnlyList<Section> Read(Page page, Part part, Masthead masthead, YearFinder years, TextSpan span)
    {
        var reader = new OutlineReader(page, part, masthead, years, span);
        reader.Read();
        return reader.sections;
    }

    private void Read()
    {
        var repeated = RepeatedOpening();
        var lastParagraph = LastParagraph();
        for (var i = part.First; i < part.End; i++)
        {
            var line = page.Lines[i];
            if (line.Start >= repeated)
            {
                Rest(line.Start, spanEnd);
                return;
            }

            // Only short lines and lines that begin with a mark can be anything but a paragraph; above the title longer ones are a page's own.
            if (line.Length > (i < masthead.TitleLine ? 2 * LongestHeading : LongestHeading) && !MayBegin(line.First)) continue;
            // One character is no heading, and no word of a page's own.
            if (line.Length == 1 && i >= masthead.TitleLine) continue;
            var folded = page.Fold(line);
            if (folded.IsEmpty) continue;
            switch (page.Scope(i))
            {
                case FurnitureScope.Rest or FurnitureScope.Annex when i >= masthead.Body
                    && line.Start - SpanStart > EarliestRest * (spanEnd - SpanStart):
                    i = Annexes(i) - 1;
                    continue;
                case FurnitureScope.Line or FurnitureScope.Lead when i != masthead.TitleLine:
                case FurnitureScope.Edge when (i < masthead.Body || i > lastParagraph) && i != masthead.TitleLine:
                    Single(i);
                    continue;
            }

            if (i < masthead.TitleLine && !part.Collected) Single(i);
            else if (i >= masthead.Body) Heading(i, folded);
        }

        Close(spanEnd);
    }

    // Leaves out glossaries and the like from a line on, up to an annex that lists what is to be done or was done, and opens that. Index behind what
    // it has read.
    private int Annexes(int index)
    {
        for (var i = index; i < part.End; i++)
        {
            var line = page.Lines[i];
            if (line.Length > LongestHeading || page.Fold(line) is not { IsEmpty: false } folded || page.Scope(i) != FurnitureScope.Annex) continue;
            var kind = AnnexKind(i);
            if (kind == SectionKind.Unknown) continue;
            Rest(page.Lines[index].Start, line.Start);
            Open(i, page.Fold(line), 1, kind, line.Length);
            inAnnex = true;
            return i + 1;
        }

        Rest(page.Lines[index].Start, spanEnd);
        return part.End;
    }

    // What the annex that begins with a line is a list of: by its title, in the same line or below.
    private SectionKind AnnexKind(int index)
    {
        var kind = HeadingWords.KindOf(page.Fold(page.Lines[index]));
        for (var next = index + 1; kind == SectionKind.Unknown && next < part.End && page.Lines[next].Length <= LongestHeading; next++)
        {
            var folded = page.Fold(page.Lines[next]);
            if (folded.IsEmpty) continue;
            return page.Scope(next) == FurnitureScope.None ? HeadingWords.KindOf(folded) : SectionKind.Unknown;
        }

        return kind;
    }

    private int SpanStart => page.Lines[part.First].Start;

    private static bool MayBegin(char c) =>
        "一二三四五六七八九十(第【前摘内导编下以本".Contains(c);

    private void Heading(int index, ReadOnlySpan<char> folded)
    {
        var mark = HeadingMark.Read(folded);
        if (mark.Depth == 0)
        {
            if (IsUnnumbered(index, folded)) Open(index, folded, 1, HeadingWords.KindOf(folded), folded.Length);
            return;
        }

        var words = folded[mark.Length..];
        var length = HeadingLength(words, page.Lines[index].Length - mark.Length);
        words = words[..length];
        if (length < 2)
        {
            if (mark.Depth == 1) IsListItem(mark.Number, HeadingWords.KindOf(words), ';');
            return;
        }

        var kind = mark.Depth == 1 || inAnnex || MayDiffer(words) ? HeadingWords.KindOf(words) : SectionKind.Unknown;
        // The items of an annex are what its title says they are: 一、稳定和扩大就业 under 10件惠民实事.
        if (inAnnex && kind == SectionKind.Unknown) return;
        if (mark.Depth == 1)
        {
            if (IsListItem(mark.Number, kind, page.Lines[index].Last)) return;
            lastNumber = mark.Number;
            Open(index, folded, 1, kind, mark.Length + length);
            return;
        }

        if (kind != SectionKind.Unknown && kind != openKind && MayDiffer(words) && (kind == SectionKind.Measures || HeadingWords.IsSure(words)))
            Open(index, folded, 2, kind, mark.Length + length);
        else years.Read(words, isHeading: true);
    }

    // （一） begins a section of its own only where it surely does something else than the section around it.
    private bool MayDiffer(ReadOnlySpan<char> words) =>
        (openKind != SectionKind.Measures && kindAbove != SectionKind.Review) || HeadingWords.IsSure(words);

    // A list inside a section begins at 一 again; its items are no sections. What is sure to review or to plan is none of it.
    private bool IsListItem(int number, SectionKind kind, char last)
    {
        if (number == 1 && lastNumber > 0 && openDepth == 1 && kind is SectionKind.Review or SectionKind.Goals) return false;
        var continues = lastItem > 0 && number == lastItem + 1 && (number <= lastNumber || last is '。' or ';');
        if (!continues && number > lastNumber)
        {
            lastItem = 0;
            return false;
        }

        lastItem = number;
        return true;
    }

    // The heading is the whole line or, before a paragraph in the same line, its first sentence. A list's item ends with a semicolon.
    private static int HeadingLength(ReadOnlySpan<char> words, int lineLength)
    {
        var end = words.IndexOfAny('。', ';', '!');
        if (end >= 0 && words[end] == ';') return 0;
        if (end >= 0 && end <= LongestHeading) return end;
        // 二、2012年工作安排今年是…: where a copy lost its line ends, the heading ends with the word that tells its kind.
        if (lineLength > LongestHeading) return HeadingWords.SureEnd(words);
        return words is [.., ':' or ','] ? words.Length - 1 : words.Length;
    }

    private bool IsUnnumbered(int index, ReadOnlySpan<char> line)
    {
        if (page.Lines[index].Length is < 3 or > LongestUnnumbered || line.ContainsAny("。;!?") || line.ContainsAny(':', ',')) return false;
        if (line[0] is '-' or '·' or '”' or ')' or '》') return false;
        var known = line.StartsWith("关于", StringComparison.Ordinal) && line.Length <= 20;
        if (index == part.First || !(known || Unnumbered.In(line).Next())) return false;
        // A line of a wrapped paragraph is no heading: the line before it must have ended.
        var before = page.Lines[index - 1];
        var stands = before.Last is '。' or '!' or '?' or ':' or '”' or ')' or '…'
            || page.Text.AsSpan(before.End, page.Lines[index].Start - before.End).Count('\n') > 1;
        return stands && (index + 1 == page.Lines.Count || page.Lines[index + 1].First is not ('》' or ',' or '、' or '。'));
    }

    private void Open(int index, ReadOnlySpan<char> folded, int depth, SectionKind kind, int length)
    {
        years.Read(folded[..Math.Min(length, folded.Length)], isHeading: true);
        var line = page.Lines[index];
        Close(line.Start);
        page.Fold(line);
        openHeading = page.Text[line.Start..Math.Min(line.End, length > 0 ? page.Source(length - 1) + 1 : line.End)];
        (openKind, openDepth) = (kind, depth);
        if (depth == 1) kindAbove = kind;
    }

    // One line of furniture; behind it the section goes on.
    private void Single(int index)
    {
        var line = page.Lines[index];
        Close(line.Start);
        var next = index + 1 < part.End ? page.Lines[index + 1].Start : spanEnd;
        if (sections is [.., { Kind: SectionKind.Furniture } last] && last.Span.End == line.Start)
            sections[^1] = last with { Span = new TextSpan(last.Span.Start, next) };
        else
            sections.Add(new Section(new TextSpan(line.Start, next), "", SectionKind.Furniture));
        openFrom = next;
    }

    private void Rest(int start, int end)
    {
        Close(start);
        if (start < end) sections.Add(new Section(new TextSpan(start, end), "", SectionKind.Furniture));
        openFrom = end;
    }

    private void Close(int end)
    {
        if (end > openFrom) sections.Add(new Section(new TextSpan(openFrom, end), openHeading, openKind));
        openFrom = Math.Max(openFrom, end);
    }

    private int LastParagraph()
    {
        for (var i = part.End - 1; i >= part.First; i--)
        {
            if (page.Lines[i].Length > LongestHeading) return i;
        }

        return part.End;
    }

    // Copy sites show the beginning of the speech once more below it, as a preview. Offset of that, else the text's length.
    private int RepeatedOpening()
    {
        for (var i = masthead.Body; i < part.End; i++)
        {
            var line = page.Lines[i];
            if (line.Length < 40) continue;
            var from = Math.Max(line.End, spanEnd - ((spanEnd - SpanStart) / 4));
            if (from >= spanEnd) return page.Text.Length;
            var again = page.Text.AsSpan(from, spanEnd - from).IndexOf(page.Text.AsSpan(line.Start, 32), StringComparison.Ordinal);
            if (again < 0) return page.Text.Length;
            var first = i;
            while (first < part.End && page.Lines[first].End <= from + again) first++;
            return first < part.End && page.Lines[first].Start == from + again ? from + again : page.Text.Length;
        }

        return page.Text.Length;
    }
}
