namespace IndicatorPipeline.Extraction.Text.Splitting;

/// <summary>Weighs what title, byline, body and file name say of a speech's day and year: the stronger evidence stands, and of weak evidence that
/// contradicts itself nothing.</summary>
internal static class DateFinder
{
    /// <summary>From this month on the next year's work is planned.</summary>
    public const int MonthsOfPlanning = 11;

    /// <summary>How a year ended is news until its figures are final: up to this month.</summary>
    public const int LastMonthOfResults = 4;

    public static (Known<DateOnly>? Day, Known<int>? Year) Find(Masthead masthead, string title, YearFinder years, FileNameFacts fileName)
    {
        // News is put on its page on the day it is told; a report stays what it was, whoever copies it.
        var shown = masthead.DateIsFirm || !News.IsHeadline(title) ? null : masthead.Published;
        var spoken = shown ?? masthead.Date;
        var titled = TitleYear(title);
        // 2022年国内生产总值超121万亿元, of February 2023: no paper of that year, but news of how it ended.
        if (titled is { } over && spoken is { Day: { Month: <= LastMonthOfResults } told } && told.Year == over + 1 && !News.NamesPaper(title))
            titled = told.Year;
        // 2014年政府工作报告, which reviews 2014 and plans 2015: named after the year it reports on. Its own day or its headings tell.
        else if (titled is { } reported && TellsOfYearAfter(masthead, years, reported)) titled = reported + 1;
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

    private static bool TellsOfYearAfter(Masthead masthead, YearFinder years, int titled)
    {
        if (years.Reviews(titled) && years.Year == titled + 1) return true;
        return masthead is { DateIsFirm: true, Date.Day: { Month: <= LastMonthOfResults } held } && held.Year == titled + 1
            && (years.Year is null || years.Year == held.Year);
    }

    // 关于2019年度先进集体的表彰决定, signed in January 2020.
    private static bool SumsUpYearBefore(string title, int? titled, DateOnly signed) =>
        titled == signed.Year - 1 && signed.Month <= LastMonthOfResults
            && Phrases.HoldsAny(title, ["年度", "总结", "表彰", "情况", "考核", "通报", "完成"]);

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
        var tells = Phrases.HoldsAny(title, ["公报", "决算", "年度报告"])
            || Phrases.EndsWithAny(title, ["工作总结", "年报", "情况", "情况汇报", "执行情况的报告"]);
        return tells && !Phrases.HoldsAny(title, ["草案", "半年", "季度", "月"]);
    }
}
