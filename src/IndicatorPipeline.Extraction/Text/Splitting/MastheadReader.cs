namespace IndicatorPipeline.Extraction.Text.Splitting;

/// <summary>Reads the lines above a speech: which is the title, which the byline, who speaks, and where the body begins.</summary>
internal static class MastheadReader
{
    /// <summary>A masthead with all the navigation of a page above it is not longer than this, in code units of the text.</summary>
    public const int MostText = 6000;

    private const int MostLines = 150;

    private const int ShortestParagraph = 100;
    private const int ShortestSentence = 25;
    private const int LongestTitleLine = 40;

    // Lines at the end among which a signature's day may stand, and the length of such a day, with blanks.
    private const int LinesOfEnd = 8;
    private const int LongestDate = 24;

    // (两会速递): the kind of news before a headline.
    private const int LongestTag = 8;

    // Lines of a page above its title that may give the day.
    private const int LinesAbove = 2;

    private static readonly PhraseSearch Meetings = new(["会议", "大会", "会上", "全会", "仪式"]);

    public static Masthead Read(Page page, Part part)
    {
        var body = Body(page, part);
        var (line, title, behind) = Title(page, part, body);
        SpokenDate? date = null;
        SpokenDate? published = null;
        var firm = false;
        Orator orator = default;
        Place? place = null;
        int? session = null;
        for (var i = behind; i < body; i++)
        {
            var length = page.Lines[i].Length;
            var byline = page.Fold(page.Lines[i]);
            if (length > Page.Reach) continue;
            var isFurniture = page.Scope(i) != FurnitureScope.None;
            if (published is null && (length <= LongestTitleLine || isFurniture))
                published = DateReader.Find(byline) is { Day: not null } day ? day : null;
            if (isFurniture) continue;
            if (DateReader.Find(byline) is { } found)
            {
                var isFirm = byline[0] is '(' or '-' || Meetings.IsIn(byline);
                // 2016-03-01 by itself is how pages write the day they were made.
                if (!isFirm && byline[found.Start + 4] != '年') continue;
                if (date is null || (isFirm && !firm))
                    (date, firm) = (found.Day is null && byline.Length > found.End + 6 && !isFirm ? date : found, isFirm);
            }

            if (place is null && Meetings.IsIn(byline)) place = PlaceReader.Read(byline, page.Text);
            session ??= CongressCalendar.YearOf(byline);
            orator = Merge(orator, OratorReader.Read(byline));
            if (place is null && orator.Office is not null) place = PlaceReader.Read(byline, page.Text);
        }

        // Or right above it.
        for (var i = Math.Max(part.First, line - LinesAbove); i < line && published is null; i++)
            if (page.Lines[i].Length <= LongestTitleLine && DateReader.Find(page.Fold(page.Lines[i])) is { Day: not null } above) published = above;
        return new Masthead(line, title, date, firm, published, Signature(page, part, body), orator, place, session, body);
    }

    // 2020年1月15日, by itself near the end.
    private static SpokenDate? Signature(Page page, Part part, int body)
    {
        for (var i = part.End - 1; i > Math.Max(body, part.End - LinesOfEnd); i--)
        {
            if (page.Lines[i].Length > LongestDate || page.Scope(i) != FurnitureScope.None) continue;
            var line = page.Fold(page.Lines[i]);
            if (line is ['(', .., ')']) line = line[1..^1];
            if (DateReader.Find(line) is { Start: 0, Day: not null } day && day.End == line.Length && line[^1] == '日') return day;
        }

        return null;
    }

    /// <summary>Speaker and office may stand in two lines.</summary>
    public static Orator Merge(Orator known, Orator other) => new(
        known.Name ?? other.Name,
        known.Office ?? other.Office,
        known.Level == GovernmentLevel.Unknown ? other.Level : known.Level);

    // The body begins with the salutation, else with the first paragraph or numbered heading.
    private static int Body(Page page, Part part)
    {
        var (paragraph, titled) = (-1, false);
        var end = Math.Min(part.End, part.First + MostLines);
        for (var i = part.First; i < end && page.Lines[i].Start - page.Lines[part.First].Start < MostText; i++)
        {
            var length = page.Lines[i].Length;
            // Below the first paragraph nothing but a title or a salutation tells; ) may be the end of injected pinyin.
            var last = page.Lines[i].Last;
            if (paragraph >= 0 && !TitleWords.MayEndTitle(last) && !TitleWords.MayEndSalutation(last)) continue;
            var line = page.Fold(page.Lines[i]);
            if (TitleWords.IsSalutation(line))
            {
                if (paragraph < 0 || titled) return i;
                break;
            }

            if (page.Scope(i) is FurnitureScope.Line or FurnitureScope.Edge or FurnitureScope.Lead) continue;
            // A page's own words may stand above the title; then the salutation behind the title begins the body.
            if (paragraph >= 0)
            {
                titled |= TitleWords.IsTitle(line);
                continue;
            }

            if (length >= ShortestParagraph || HeadingMark.Read(line).Depth > 0) paragraph = i;
            // A byline in one sentence names the day and the meeting.
            else if (i > part.First && length >= ShortestSentence && line[^1] == '。' && !(Meetings.IsIn(line) && DateReader.Find(line) is not null))
                paragraph = i;
        }

        return paragraph >= 0 ? paragraph : Math.Min(part.End, part.First + 1);
    }

    // The last line above the body that reads like a title: a page repeats it, cleaner each time.
    private static (int Line, string? Title, int Behind) Title(Page page, Part part, int body)
    {
        if (part.TitleStart >= 0)
        {
            var line = page.Lines[part.First];
            page.Fold(line);
            var start = page.Source(part.TitleStart);
            return (part.First, page.Text[start..line.End], part.First + 1);
        }

        var (first, last) = (-1, -1);
        for (var i = part.First; i < body; i++)
        {
            if (page.Lines[i].Length > Page.Reach) continue;
            var line = page.Fold(page.Lines[i]);
            if (i > part.First && Joins(page, i - 1, i)) (first, last) = (i - 1, i);
            else if (TitleWords.IsTitle(page.Fold(page.Lines[i])) && page.Scope(i) is FurnitureScope.None or FurnitureScope.Edge)
                (first, last) = (i, i);
        }

        if (first < 0 && part.Collected) (first, last) = (part.First, part.First);
        if (first < 0) first = last = Fallback(page, part, body);
        if (first < 0) return Leading(page, part, body);
        var title = page.Text[page.Lines[first].Start..page.Lines[first].End];
        return (first, first == last ? title : title + page.Text[page.Lines[last].Start..page.Lines[last].End], last + 1);
    }

    // 政府工作报告——2012年1月5日在…: title and byline in one line.
    private static (int Line, string? Title, int Behind) Leading(Page page, Part part, int body)
    {
        for (var i = part.First; i < body; i++)
        {
            var line = page.Fold(page.Lines[i]);
            var dash = line.IndexOfAny('-', '(');
            if (dash <= 0 || !TitleWords.IsTitle(line[..dash])) continue;
            return (i, page.Text[page.Lines[i].Start..page.Source(dash)].TrimEnd(), i);
        }

        return (-1, null, part.First);
    }

    // 政府工作报 + 告; 赵立新同志在全县行政审批 + 工作会议上的讲话; 山东省 + 政府工作报告
    private static bool Joins(Page page, int first, int second)
    {
        if (page.Lines[first].Length > LongestTitleLine || page.Lines[second].Length > LongestTitleLine) return false;
        Span<char> joined = stackalloc char[2 * LongestTitleLine];
        var head = page.Fold(page.Lines[first]);
        if (TitleWords.IsTitle(head) || TitleWords.IsSalutation(head) || page.Scope(first) != FurnitureScope.None) return false;
        var opens = head[0] is '在' || head.StartsWith("关于", StringComparison.Ordinal) || head.Contains("同志在", StringComparison.Ordinal)
            || (DateReader.Find(head) is { Start: 0, Day: null }) || head[^1] is '省' or '市' or '县' or '区' or '州'
            || head.EndsWith("人民政府", StringComparison.Ordinal);
        head.CopyTo(joined);
        var length = head.Length;
        var tail = page.Fold(page.Lines[second]);
        tail.CopyTo(joined[length..]);
        return TitleWords.IsTitle(joined[..(length + tail.Length)]) && (TitleWords.IsTitle(tail) ? opens : tail.Length <= 12);
    }

    // (2023年1月5日), (代拟稿); but (两会速递)某省经济总量突破2万亿元 is a headline.
    private static bool IsAside(ReadOnlySpan<char> line) =>
        line[0] == '-' || (line[0] == '(' && !(line.IndexOf(')') is > 1 and <= LongestTag && line[^1] != ')'
            && !line[1..3].ContainsAnyInRange('0', '9')));

    // A title of no known form: the last line above the byline, else the first above the body, without an end mark, a date or a name.
    private static int Fallback(Page page, Part part, int body)
    {
        var (first, last) = (-1, -1);
        for (var i = part.First; i < body; i++)
        {
            var length = page.Lines[i].Length;
            var line = page.Fold(page.Lines[i]);
            var isDated = DateReader.Find(line) is { Day: not null };
            if (!isDated && (length is < 5 or > LongestTitleLine || IsAside(line) || line[^1] is '。' or ':' or ';' or '!' or ',')) continue;
            if (page.Scope(i) != FurnitureScope.None) continue;
            if (isDated) return last;
            if (OratorReader.Read(line).Name is null) (first, last) = (first < 0 ? i : first, i);
        }

        return first;
    }
}
