namespace IndicatorPipeline.Extraction.Text.Splitting;

/// <summary>Reads the outline of a speech: its headings, what each section does, and what is furniture.</summary>
internal sealed class OutlineReader
{
    private const int LongestHeading = 60;
    private const int LongestUnnumbered = 30;

    // Glossaries and annexes stand behind the speech.
    private const double EarliestRest = 0.4;

    private static readonly string[] Unnumbered = ["回顾", "工作安排", "安排建议", "总体要求", "主要目标", "预期目标", "目标任务", "重点工作", "主要任务", "重点任务", "工作部署", "总体部署", "工作思路", "指导思想", "结束语", "自身建设", "工作总结", "奋斗目标", "发展目标"];

    private readonly Page _page;
    private readonly Part _part;
    private readonly Masthead _masthead;
    private readonly YearFinder _years;
    private readonly List<Section> _sections = [];
    private readonly int _end;
    private int _start;
    private string _heading = "";
    private SectionKind _kind;
    private SectionKind _above;
    private int _number;
    private int _item;
    private int _depth;

    private OutlineReader(Page page, Part part, Masthead masthead, YearFinder years, TextSpan span)
    {
        (_page, _part, _masthead, _years) = (page, part, masthead, years);
        (_start, _end) = (span.Start, span.End);
    }

    /// <summary>The sections of the speech at <paramref name="span"/>, which they cover without gaps; the years of its headings go to <paramref name="years"/>.</summary>
    public static IReadOnlyList<Section> Read(Page page, Part part, Masthead masthead, YearFinder years, TextSpan span)
    {
        var reader = new OutlineReader(page, part, masthead, years, span);
        reader.Read();
        return reader._sections;
    }

    private void Read()
    {
        var repeated = RepeatedOpening();
        var lastParagraph = LastParagraph();
        for (var i = _part.First; i < _part.End; i++)
        {
            var line = _page.Lines[i];
            if (line.Start >= repeated)
            {
                Rest(line.Start);
                return;
            }

            // Only short lines and lines that begin with a mark can be anything but a paragraph.
            if (line.Length > 2 * LongestHeading && !MayBegin(_page.Text[line.Start])) continue;
            var folded = _page.Fold(line);
            if (folded.IsEmpty) continue;
            switch (Furniture.Read(folded, line.Length))
            {
                case FurnitureScope.Rest when i >= _masthead.Body && line.Start - SpanStart > EarliestRest * (_end - SpanStart):
                    Rest(line.Start);
                    return;
                case FurnitureScope.Line or FurnitureScope.Lead when i != _masthead.TitleLine:
                case FurnitureScope.Edge when (i < _masthead.Body || i > lastParagraph) && i != _masthead.TitleLine:
                    Single(i);
                    continue;
            }

            if (i < _masthead.TitleLine && !_part.Collected) Single(i);
            else if (i >= _masthead.Body) Heading(i, folded);
        }

        Close(_end);
    }

    private int SpanStart => _page.Lines[_part.First].Start;

    private static bool MayBegin(char c) => FoldTable.Fold(c) is '一' or '二' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '十' or '(' or '第' or '【' or '前' or '摘' or '内' or '导' or '编' or '下' or '以' or '本';

    private void Heading(int index, ReadOnlySpan<char> folded)
    {
        var mark = HeadingMark.Read(folded);
        if (mark.Depth == 0)
        {
            if (IsUnnumbered(index, folded)) Open(index, folded, 1, HeadingWords.KindOf(folded), folded.Length);
            return;
        }

        var words = folded[mark.Length..];
        var length = HeadingLength(words, _page.Lines[index].Length - mark.Length);
        words = words[..length];
        var kind = HeadingWords.KindOf(words);
        if (mark.Depth == 1 && length < 2) IsListItem(mark.Number, kind, ';');
        if (length < 2) return;
        if (mark.Depth == 1)
        {
            if (IsListItem(mark.Number, kind, FoldTable.Fold(_page.Text[_page.Lines[index].End - 1]))) return;
            _number = mark.Number;
            Open(index, folded, 1, kind, mark.Length + length);
            return;
        }

        // （一） begins a section of its own only where it surely does something else than the section around it.
        var differs = kind != SectionKind.Unknown && kind != _kind && (HeadingWords.IsSure(words) || (kind == SectionKind.Measures && _above != SectionKind.Review));
        if (differs) Open(index, folded, 2, kind, mark.Length + length);
        else _years.Read(words, isHeading: true);
    }

    // A list inside a section begins at 一 again; its items are no sections. What is sure to review or to plan is none of it.
    private bool IsListItem(int number, SectionKind kind, char last)
    {
        if (number == 1 && _number > 0 && _depth == 1 && kind is SectionKind.Review or SectionKind.Goals) return false;
        var continues = _item > 0 && number == _item + 1 && (number <= _number || last is '。' or ';');
        if (!continues && number > _number)
        {
            _item = 0;
            return false;
        }

        _item = number;
        return true;
    }

    // The heading is the whole line or, before a paragraph in the same line, its first sentence. A list's item ends with a semicolon.
    private static int HeadingLength(ReadOnlySpan<char> words, int lineLength)
    {
        var end = words.IndexOfAny('。', ';', '!');
        if (end >= 0) return words[end] == ';' || end > LongestHeading ? 0 : end;
        if (lineLength > LongestHeading) return 0;
        return words is [.., ':' or ','] ? words.Length - 1 : words.Length;
    }

    private bool IsUnnumbered(int index, ReadOnlySpan<char> line)
    {
        if (_page.Lines[index].Length is < 3 or > LongestUnnumbered || line.ContainsAny("。;!?:,")) return false;
        if (line[0] is '-' or '·' or '”' or ')' or '》') return false;
        var known = line.StartsWith("关于", StringComparison.Ordinal) && line.Length <= 20;
        foreach (var word in Unnumbered) known |= line.Contains(word, StringComparison.Ordinal);
        if (!known || index == _part.First) return false;
        // A line of a wrapped paragraph is no heading: the line before it must have ended.
        var before = _page.Lines[index - 1];
        var stands = FoldTable.Fold(_page.Text[before.End - 1]) is '。' or '!' or '?' or ':' or '”' or ')' or '…'
            || _page.Text.AsSpan(before.End, _page.Lines[index].Start - before.End).Count('\n') > 1;
        return stands && (index + 1 == _page.Lines.Count || FoldTable.Fold(_page.Text[_page.Lines[index + 1].Start]) is not ('》' or ',' or '、' or '。'));
    }

    private void Open(int index, ReadOnlySpan<char> folded, int depth, SectionKind kind, int length)
    {
        _years.Read(folded[..Math.Min(length, folded.Length)], isHeading: true);
        var line = _page.Lines[index];
        Close(line.Start);
        _page.Fold(line);
        _heading = _page.Text[line.Start..Math.Min(line.End, length > 0 ? _page.Source(length - 1) + 1 : line.End)];
        (_kind, _depth) = (kind, depth);
        if (depth == 1) _above = kind;
    }

    // One line of furniture; behind it the section goes on.
    private void Single(int index)
    {
        var line = _page.Lines[index];
        Close(line.Start);
        var next = index + 1 < _part.End ? _page.Lines[index + 1].Start : _end;
        if (_sections is [.., { Kind: SectionKind.Furniture } last] && last.Span.End == line.Start)
            _sections[^1] = last with { Span = new TextSpan(last.Span.Start, next) };
        else
            _sections.Add(new Section(new TextSpan(line.Start, next), "", SectionKind.Furniture));
        _start = next;
    }

    private void Rest(int start)
    {
        Close(start);
        if (start < _end) _sections.Add(new Section(new TextSpan(start, _end), "", SectionKind.Furniture));
        _start = _end;
    }

    private void Close(int end)
    {
        if (end > _start) _sections.Add(new Section(new TextSpan(_start, end), _heading, _kind));
        _start = Math.Max(_start, end);
    }

    private int LastParagraph()
    {
        for (var i = _part.End - 1; i >= _part.First; i--)
        {
            if (_page.Lines[i].Length > LongestHeading) return i;
        }

        return _part.End;
    }

    // Copy sites show the beginning of the speech once more below it, as a preview. Offset of that, else the text's length.
    private int RepeatedOpening()
    {
        for (var i = _masthead.Body; i < _part.End; i++)
        {
            var line = _page.Lines[i];
            if (line.Length < 40) continue;
            var from = Math.Max(line.End, _end - ((_end - SpanStart) / 4));
            if (from >= _end) return _page.Text.Length;
            var again = _page.Text.AsSpan(from, _end - from).IndexOf(_page.Text.AsSpan(line.Start, 32), StringComparison.Ordinal);
            if (again < 0) return _page.Text.Length;
            var first = i;
            while (first < _part.End && _page.Lines[first].End <= from + again) first++;
            return first < _part.End && _page.Lines[first].Start == from + again ? from + again : _page.Text.Length;
        }

        return _page.Text.Length;
    }
}
