namespace IndicatorPipeline.Extraction.Text.Splitting;

/// <summary>Weighs what title, byline, body and file name say of a speech's day and year: the stronger evidence stands, and of weak evidence that
/// contradicts itself nothing.</summary>
internal static class DateFinder
{
    public static (Known<DateOnly>? Day, Known<int>? Year) Find(Masthead masthead, string title, YearFinder years, FileNameFacts fileName)
    {
        // News is put on its page on the day it is told; a report stays what it was, whoever copies it.
        var shown = masthead.DateIsFirm || !IsNews(title) ? null : masthead.Published;
        var spoken = shown ?? masthead.Date;
        var titled = TitleYear(title);
        // 2022年国内生产总值超121万亿元, of February 2023: no paper of that year, but news of how it ended.
        if (titled is { } over && spoken is { Day: { Month: <= LastMonthOfResults } told } && told.Year == over + 1 && !NamesPaper(title))
            titled = told.Year;
        // A bare date under a title may be the page's: it must fit what the title or the body says.
        var fits = spoken is { } date && (masthead.DateIsFirm || shown is not null || Fits(date, titled ?? years.Year ?? fileName.Year));
        // 关于1980、1981年计划安排的报告, held in August of the first.
        var isBefore = masthead.DateIsFirm && spoken is { Day: not null } held && titled == held.Year + 1;
        if (spoken is { } sure && fits && (isBefore || titled is not { } year || Fits(sure, year)))
        {
            return (sure.Day is { } day ? new Known<DateOnly>(day, Evidence.Byline) : null, new Known<int>(sure.Year, Evidence.Byline));
        }

        if (masthead.Signed is { Day: { } signed } end
            && (Fits(end, titled ?? years.Year ?? fileName.Year) || SumsUpYearBefore(title, titled, signed)))
            return (new Known<DateOnly>(signed, Evidence.Byline), new Known<int>(end.Year, Evidence.Byline));
        if (DateReader.Find(title) is { Day: { } titleDay })
            return (new Known<DateOnly>(titleDay, Evidence.Title), new Known<int>(titleDay.Year, Evidence.Title));
        if (titled is { } fromTitle) return (null, new Known<int>(fromTitle, Evidence.Title));
        if (PlanTurn.FirstYearOfOutline(title) is { } first) return (null, new Known<int>(first, Evidence.Title));
        if (masthead.SessionYear is { } session) return (null, new Known<int>(session, Evidence.Byline));
        if (years.Year is { } fromText) return (null, new Known<int>(fromText, Evidence.Text));
        if (years.SessionYear is { } opening) return (null, new Known<int>(opening, Evidence.Text));
        return (null, fileName.Year is { } named ? new Known<int>(named, Evidence.FileName) : null);
    }

    /// <summary>The month of <paramref name="year"/> that the byline gives without a day, or the title at its end (人民日报1998年5月); null where neither
    /// does.</summary>
    public static int? Month(Masthead masthead, string title, Known<int>? year)
    {
        if (year is not { Value: var held }) return null;
        if (masthead.Date is { Month: { } month } spoken && spoken.Year == held) return month;
        return DateReader.Find(title) is { Month: { } last } written && written.Year == held && written.End == title.Length ? last : null;
    }

    /// <summary>From this month on the next year's work is planned.</summary>
    public const int MonthsOfPlanning = 11;

    /// <summary>Whether a folded title is the headline of news: it names no paper, or tells of one.</summary>
    public static bool IsNews(string title) => title.Length > 0 && (!NamesPaper(title) || TellsOfPaper(title));

    // 关于2019年度先进集体的表彰决定, signed in January 2020.
    private static bool SumsUpYearBefore(string title, int? titled, DateOnly signed)
    {
        if (titled != signed.Year - 1 || signed.Month > LastMonthOfResults) return false;
        foreach (var word in (ReadOnlySpan<string>)["年度", "总结", "表彰", "情况", "考核", "通报", "完成"])
            if (title.Contains(word, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>Whether the opening of news tells how <paramref name="year"/> ended: 《2023年统计公报》显示, 2023年生产总值比上年增长.</summary>
    public static bool OpensWithYearEnded(ReadOnlySpan<char> opening, int year)
    {
        const int Sentence = 60;
        Span<char> name = stackalloc char[5];
        year.TryFormat(name, out var length, default, System.Globalization.CultureInfo.InvariantCulture);
        name[length] = '年';
        if (opening.IndexOf(name[..(length + 1)]) is not (var at and >= 0)) return false;
        var told = opening[at..Math.Min(opening.Length, at + Sentence)];
        foreach (var aim in (ReadOnlySpan<string>)["目标", "预期", "计划", "将", "力争", "月", "季"])
            if (told.IndexOf(aim) >= 0) return false;
        return told.IndexOf("公报") >= 0 || told.IndexOf("比上年") >= 0 || told.IndexOf("同比") >= 0;
    }

    /// <summary>Whether a headline tells how a whole year ended (2023年贵州经济总量突破2万亿元), so that it is of the months after it.</summary>
    public static bool TellsYearEnded(string title)
    {
        foreach (var part in (ReadOnlySpan<string>)["季", "月", "半年", "春", "假", "节", "将", "拟", "目标", "计划", "力争", "有望", "安排"])
            if (title.Contains(part, StringComparison.Ordinal)) return false;
        foreach (var result in (ReadOnlySpan<string>)["增长", "突破", "达", "超", "完成", "实现", "上升", "下降", "上涨", "净利润", "同比", "新增"])
            if (title.Contains(result, StringComparison.Ordinal)) return true;
        return false;
    }

    // 解读《实施方案》, 全省经济工作会议召开: not the paper, but news of it.
    private static bool TellsOfPaper(string title)
    {
        foreach (var word in (ReadOnlySpan<string>)["解读", "读懂", "发布会", "答记者问", "问答", "召开", "举行", "印发", "出台"])
            if (title.Contains(word, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>How a year ended is news until its figures are final: up to this month.</summary>
    public const int LastMonthOfResults = 4;

    private static readonly string[] Papers =
        ["报告", "讲话", "计划", "要点", "方案", "规划", "预算", "意见", "通知", "致辞", "发言", "会议", "清单", "纲要", "献词", "贺词", "分解", "分工"];

    // 2024年重点任务 is a paper; 2024年主要目标顺利实现 is news.
    private static readonly string[] PapersAtTheEnd = ["任务", "目标", "安排", "部署", "实事"];

    private static bool NamesPaper(string title)
    {
        foreach (var paper in Papers)
            if (title.Contains(paper, StringComparison.Ordinal)) return true;
        foreach (var paper in PapersAtTheEnd)
            if (title.EndsWith(paper, StringComparison.Ordinal)) return true;
        return false;
    }

    // The report of a year is given in it or late in the year before.
    private static bool Fits(SpokenDate date, int? year) =>
        year is null || date.Year == year || (date.Year == year - 1 && date.Day is null or { Month: >= MonthsOfPlanning });

    // 2021年…, 2021全区…; of 2005年执行情况与2006年计划 the later; two years that do not follow each other say nothing.
    private static int? TitleYear(string title)
    {
        var (first, last) = (0, 0);
        for (var from = 0; DateReader.Find(title, from) is { } year; from = year.End)
        {
            if (first == 0) first = year.Year;
            last = year.Year;
        }

        if (first == 0 && title.Length > 4 && !title.AsSpan(0, 4).ContainsAnyExceptInRange('0', '9') && !char.IsAsciiDigit(title[4]))
            first = last = int.Parse(title.AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture);
        if (first is < 1949 or >= 2100) return null;
        if (last == first && LooksBack(title)) return last + 1;
        return last == first || last == first + 1 ? last : null;
    }

    // 2019年统计公报, 2019年决算的报告, 2019年工作总结: of a year that is over. 上半年 and the quarters are told of in their own year.
    private static bool LooksBack(string title)
    {
        var tells = title.Contains("公报", StringComparison.Ordinal) || title.Contains("决算", StringComparison.Ordinal)
            || title.EndsWith("工作总结", StringComparison.Ordinal) || title.EndsWith("执行情况", StringComparison.Ordinal)
            || title.Contains("年度报告", StringComparison.Ordinal) || title.EndsWith("年报", StringComparison.Ordinal)
            || title.EndsWith("情况", StringComparison.Ordinal) || title.EndsWith("情况汇报", StringComparison.Ordinal)
            || title.EndsWith("执行情况的报告", StringComparison.Ordinal);
        if (!tells || title.Contains("草案", StringComparison.Ordinal)) return false;
        return !title.Contains("半年", StringComparison.Ordinal) && !title.Contains("季度", StringComparison.Ordinal) && !title.Contains('月');
    }
}
