using IndicatorPipeline.Extraction.Recognition.Periods;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Resolution;

/// <summary>Turns a time as said into years, given the speech and the place in it.</summary>
internal static class YearResolver
{
    private const int YearsOfOutline = 10;

    private static readonly Period FirstPlan = new(1953, 1957);

    // First years of the ten-year outlines (十年规划纲要) that the National People's Congress received in 1978 and 1991.
    private static readonly int[] Outlines = [1976, 1991];

    /// <summary>The years of <paramref name="time"/>, or null where the year of the speech would be needed and is not known.</summary>
    public static Period? Resolve(in TimeMention time, SpeechFacts facts, in Setting setting)
    {
        switch (time.Kind)
        {
            // 英国早在1880年: a year, but none that is kept; no other may take its place.
            case TimeKind.Absolute when time.From < Period.Earliest:
                return null;
            case TimeKind.Absolute:
                // 1994年以来, told no one knows when: its first year is not that of what it brought.
                if (time.Part == "from")
                    return new Period(time.From, Math.Max(time.From, facts.ReviewYear ?? time.From));
                if (time.Part == "since")
                    return facts.ReviewYear is { } latest ? new Period(time.From, Math.Max(time.From, latest)) : null;
                return new Period(time.From, time.To, time.Part);
            // 去年以来, in May: this year too.
            case TimeKind.Relative when time.Part == "since":
                if (facts is not { Year: { } spoken, ReviewYear: { } end }) return null;
                return Between(spoken + time.From, Math.Max(spoken + time.From, end), null);
            case TimeKind.Relative when facts.Year is { } year:
                return Between(year + time.From, year + time.To, time.Part == "now" ? null : time.Part);
            case TimeKind.Century when facts.Year is { } now:
                var century = (now - 1) / 100 * 100;
                return Between(century + time.From, century + time.To, null);
            // 五年前: before the last year that is reported.
            case TimeKind.Run when time.Part == "ago":
                return facts.ReviewYear is { } known ? Between(known + time.From, known + time.To, null) : null;
            case TimeKind.Run or TimeKind.Loose when time.IsPartOfTerm && PriorYears.Within(time, facts, setting) is { } within:
                return within;
            case TimeKind.Loose when time.Part == "latter":
                return null;
            case TimeKind.Run when facts.Ahead is { } ahead:
                return Between(ahead + time.From, ahead + time.To, null);
            case TimeKind.Loose:
                return Anchored(time, facts, setting);
            default:
                return null;
        }
    }

    // 五年内 in a speech on a five-year plan is the plan's; else it is counted from the speech.
    private static Period? Anchored(in TimeMention time, SpeechFacts facts, in Setting setting)
    {
        var years = time.To - time.From;
        // 2020年生产总值…,五年累计完成投资362亿元, in the outline of the plan that begins then: the years up to that one.
        if (time is { From: < 0, Part: null } && facts.Plan is { } next && setting.Period is { } told && told.EndYear == next.StartYear - 1)
            return Between(told.EndYear - years, told.EndYear, null);
        foreach (var frame in (ReadOnlySpan<Period?>)[setting.Period, setting.Past, setting.Coming, setting.Heading, setting.Frame, facts.Plan])
            if (frame is { } period && period.EndYear - period.StartYear == years) return period;
        if (time.Part == "plan")
        {
            if (years != YearsOfOutline - 1 || facts.Year is not { } year) return null;
            foreach (var start in Outlines)
                if (year >= start - 1 && year < start + YearsOfOutline) return new Period(start, start + years);
            return null;
        }

        // While the first plan ran, 五年内 and 五年合计 spoke of it alone.
        if (years == FirstPlan.EndYear - FirstPlan.StartYear && facts.Year >= FirstPlan.StartYear && facts.Year <= FirstPlan.EndYear)
            return FirstPlan;
        return facts.Ahead is { } ahead ? Between(ahead + time.From, ahead + time.To, null) : null;
    }

    private static Period? Between(int from, int to, string? part) =>
        from < Period.Earliest || to > Period.Latest ? null : new Period(from, to, part);
}
