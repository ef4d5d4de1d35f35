namespace IndicatorPipeline.Extraction.Text.Splitting;

/// <summary>
/// Finds the speeches of a collection: by its markers (<c>篇一</c>, <c>第一篇:…</c>, <c>【篇2】</c>, <c>范文三</c>), else by titles that are
/// each followed by a salutation.
/// </summary>
internal static class CollectionReader
{
    private const int LongestMarker = 60;

    // Between two markers of a table of contents lies less than this.
    private const int ShortestSpeech = 150;

    private static readonly string[] Words = ["篇", "范文"];

    /// <summary>The parts of a document; one part with all lines where it is a single speech.</summary>
    public static Part[] Read(Page page)
    {
        if ((Marks(page) ?? Titles(page)) is not { } marks) return [new Part(0, page.Lines.Count, false, -1)];
        var parts = new Part[marks.Count];
        for (var i = 0; i < parts.Length; i++)
            parts[i] = new Part(marks[i].Line, i + 1 < marks.Count ? marks[i + 1].Line : page.Lines.Count, true, marks[i].TitleStart);
        return parts;
    }

    // Null where there are not two.
    private static Pieces<Marker>? Marks(Page page)
    {
        Pieces<Marker>? marks = null;
        var (chapter, before) = (0, 0);
        for (var i = 0; i < page.Lines.Count; i++)
        {
            ref readonly var line = ref page.Lines[i];
            if (line.Length > LongestMarker || !MayBeMark(line)) continue;
            var text = page.Text.AsSpan(line.Start, line.Length);
            if (marks is not null && line.First == '第' && text.Contains('章') && Chapter(page.Fold(line)) is > 0 and var next)
            {
                // The chapters of an outline are numbered on over its parts: 第二篇 of it is no speech.
                if (chapter > 0 && next > chapter && marks.Count > before) return null;
                (chapter, before) = (next, marks.Count);
            }

            if (!text.ContainsAny('篇', '范', '範')) continue;
            var (number, title) = Mark(page.Fold(line));
            if (number > 0) (marks ??= new Pieces<Marker>()).Add(new Marker(i, number, title));
        }

        if (marks is null) return null;
        var kept = new Pieces<Marker>();
        for (var i = 0; i < marks.Count; i++)
        {
            // A table of contents names every speech before the first begins.
            var end = i + 1 < marks.Count ? page.Lines[marks[i + 1].Line].Start : page.Text.Length;
            if (end - page.Lines[marks[i].Line].End < ShortestSpeech) continue;
            // The numbers of a collection rise; others are chapters of books that a speech names.
            if (kept.Count == 0 || marks[i].Number > kept[kept.Count - 1].Number) kept.Add(marks[i]);
        }

        return kept.Count > 1 && kept[0].Number <= 2 ? kept : null;
    }

    // A marker begins with its word or a bracket, or ends with its number or one.
    private static bool MayBeMark(in Line line) =>
        line.First is '篇' or '范' or '第' or '【' or '(' or '[' or '《'
        || line.Last is (>= '0' and <= '9') or '一' or '二' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '十' or ')' or '】' or ']';

    private static int Chapter(ReadOnlySpan<char> line) =>
        HeadingMark.Numeral(line, 1) is (> 0 and var number, var end) && end < line.Length && line[end] == '章' ? number : 0;

    // The number of the speech, 0 if the line is no marker, and where its own title begins, −1 if it has none.
    private static (int Number, int TitleStart) Mark(ReadOnlySpan<char> line)
    {
        var start = line is ['【' or '(' or '[' or '《', ..] ? 1 : 0;
        if (line[start..] is ['第', ..] && Numeral(line, start + 1) is (> 0, var afterOrdinal) && afterOrdinal < line.Length
            && line[afterOrdinal] == '篇'
            && !(afterOrdinal + 1 < line.Length && line[afterOrdinal + 1] is '章' or '文' or '幅'))
            return (Numeral(line, start + 1).Number, Title(line, afterOrdinal + 1));
        foreach (var word in Words)
        {
            var at = line.LastIndexOf(word, StringComparison.Ordinal);
            if (at < 0 || Numeral(line, at + word.Length) is not (> 0 and var number, var end)) continue;
            if (end == line.Length || line[end..] is [')' or '】' or ']']) return (number, -1);
            if (at == start && line[end] is not ('章' or '文' or '幅')) return (number, Title(line, end));
        }

        return (0, -1);
    }

    private static int Title(ReadOnlySpan<char> line, int at)
    {
        while (at < line.Length && line[at] is ':' or '、' or '】' or ')' or ']' or '.' or '-') at++;
        return at < line.Length ? at : -1;
    }

    private static (int Number, int End) Numeral(ReadOnlySpan<char> line, int start)
    {
        var (value, at) = (0, start);
        while (at < line.Length && at < start + 2 && char.IsAsciiDigit(line[at])) value = (value * 10) + (line[at++] - '0');
        return value > 0 ? (value, at) : HeadingMark.Numeral(line, start);
    }

    // Several reports one after another: a title, soon a salutation, and a body of some length before the next title.
    private static Pieces<Marker>? Titles(Page page)
    {
        Pieces<Marker>? titles = null;
        var bodyFrom = 0;
        for (var i = 0; i < page.Lines.Count; i++)
        {
            ref readonly var line = ref page.Lines[i];
            if (line.Length is < 4 or > LongestMarker || !TitleWords.MayEndTitle(line.Last) || !TitleWords.IsTitle(page.Fold(line))) continue;
            var salutation = Salutation(page, i + 1);
            if (salutation < 0) continue;
            if (titles is not null && page.Lines[i].Start - bodyFrom < 10 * ShortestSpeech) continue;
            titles ??= new Pieces<Marker>();
            titles.Add(new Marker(i, titles.Count + 1, 0));
            bodyFrom = page.Lines[salutation].End;
            i = salutation;
        }

        // The first speech keeps what stands before its title.
        return titles is { Count: > 1 } ? titles : null;
    }

    private static int Salutation(Page page, int from)
    {
        for (var i = from; i < page.Lines.Count && i < from + 8; i++)
        {
            if (TitleWords.MayEndSalutation(page.Lines[i].Last) && TitleWords.IsSalutation(page.Fold(page.Lines[i]))) return i;
            if (page.Lines[i].Length > 2 * LongestMarker) return -1;
        }

        return -1;
    }

    private readonly record struct Marker(int Line, int Number, int TitleStart);
}
