using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Periods;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Resolution;

/// <summary>Of a number whose years are known: before, behind or around the year of the speech.</summary>
internal readonly ref partial struct StatusDecider
{
    private Verdict ByYears(Period period, int year)
    {
        ref readonly var time = ref context.Sentence.Times[found.Time];
        if (period.EndYear < year)
        {
            // 去年我曾提出,要把涨幅控制在10%以内: a goal that is quoted.
            if (own.Target && Proposes()) return (Status.Target, StatusReason.WordsOfClause);
            return (ReachedOrEstimated, StatusReason.PastYear);
        }

        if (period.StartYear > year) return (Status.Target, StatusReason.ComingYear);
        if (period.EndYear > year && (time.IsDeadline || setting.Section != SectionKind.Review))
            return own.Past ? (Status.Actual, StatusReason.WordsOfClause) : (Status.Target, StatusReason.ComingYear);
        if (facts.IsLate && !own.Aims && IsBaseOfNextYear(time, period, year))
            return (SaysMay() ? Status.Estimate : ReachedOrEstimated, StatusReason.YearOfSpeech);
        if (own.Target || (before.Target && !own.Done)) return (Status.Target, StatusReason.WordsOfSentence);
        if (IsAheadOfReview(time, period, year)) return (Status.Target, StatusReason.ComingYear);
        if (!own.Plan && LooksBack(time, period, year)) return (ReachedOrEstimated, StatusReason.PastYear);
        // 到2024年底突破6300亿元, said in May.
        if (!facts.EarlyInYear && !own.Past && found.Part is null && IsEndOfYear(time)) return (Status.Target, StatusReason.WordsOfClause);
        if (IsOver(time)) return (Status.Actual, StatusReason.PastPartOfYear);
        if (setting.Section == SectionKind.Unknown && !own.Plan && !before.Plan && ReportsYear())
            return (Status.Actual, StatusReason.WordsOfSentence);
        // 今年已完成投资5亿元, 上半年同比增长6%.
        if (own.Past || (own.Present && !(facts.EarlyInYear && found.InClause)) || (own.Actual && found.Part is not null))
            return (Status.Actual, StatusReason.WordsOfClause);
        if (found.Part is { } months && IsReported(months, period, year)) return (ReachedOrEstimated, StatusReason.PastPartOfYear);
        if (!facts.EarlyInYear) return ByWords();
        return setting.Section == SectionKind.Review ? (ReachedOrEstimated, StatusReason.Section) : (Status.Target, StatusReason.YearOfSpeech);
    }

    // 今年投资3.8亿元,明年压缩到2.9亿元, in December under a heading of the next year: no goal is of the year that ends.
    private bool IsBaseOfNextYear(in TimeMention time, Period period, int year) =>
        found.InClause && !own.Plan && time is { Kind: TimeKind.Relative, IsDeadline: false } && period.StartYear == year && period.EndYear == year
        && (setting.Heading ?? setting.Frame) is { } ahead && ahead.StartYear > year;

    // “十三五”时期年均增长6.5%, 今年拟安排赤字2950亿元: no review of the year before tells of them, whatever heading they stand under.
    private bool IsAheadOfReview(in TimeMention time, Period period, int year)
    {
        if (setting.Section != SectionKind.Review || !facts.EarlyInYear || period.StartYear != year || own.Past) return false;
        if (time.Kind == TimeKind.Loose) return false;
        if (period.EndYear > year) return found.InClause;
        return found.Part is null && (own.Plan || (before.PlansOn && !found.InClause));
    }

    private bool LooksBack(in TimeMention time, Period period, int year)
    {
        // 前两年平均每年增长5.7%, of a plan in its second year.
        if (period.StartYear < year && time is { Kind: TimeKind.Run, Part: "prior" }) return true;
        if (period.StartYear >= year - 1) return false;
        // 五年来…共达328亿元: looks back, whatever the sentences before planned.
        if (setting.Section == SectionKind.Unknown && time is { Kind: TimeKind.Run, From: < 0 }) return true;
        // “十二五”期间新建8500公里, said in its last year.
        return !StandsAmongPlans && !before.Plan && setting.Status != Status.Target;
    }

    private bool IsEndOfYear(in TimeMention time) =>
        time is { IsDeadline: true, Kind: TimeKind.Absolute or TimeKind.Relative } && context.Text[time.End - 1] is '底' or '末';

    // Outside the sections of a report, with nothing planned.
    private bool ReportsYear()
    {
        // 截至1月31日,今年票房已达100亿元,观影人次超2亿.
        if (facts.EarlyInYear && before.Present) return true;
        // 今年接待游客150万人次,同比增长12%: no goal is stated so.
        if (own.Estimate || before.Estimate || !context.Says(Role.YearBefore)) return false;
        var text = context.Text[context.Sentence.Start..context.Sentence.End];
        return text.IndexOf("同比") >= 0 || text.IndexOf("年同期") >= 0;
    }

    // 上半年增长6%, in August or in no section of plans.
    private bool IsReported(string months, Period period, int year) =>
        (period.EndYear == year && !own.Plan && PeriodDecider.PastMonths(months, facts)) || !StandsAmongPlans;

    // 今年以来, 截至今年1月末, 今年春节假期: over when the speech is held.
    private bool IsOver(in TimeMention time)
    {
        const int Furthest = 6;
        if (context.Text[..time.End].EndsWith("以来")) return true;
        var behind = context.Text[time.End..Math.Min(context.Sentence.End, time.End + Furthest)];
        foreach (var holiday in (ReadOnlySpan<string>)["春节", "元旦", "除夕", "春运", "寒假"])
            if (behind.StartsWith(holiday, StringComparison.Ordinal)) return facts.Month >= 2;
        // The month that follows the year: 今年1月末.
        var next = found.Time + 1;
        return next < context.Sentence.Times.Count
            && context.Sentence.Times[next] is { Kind: TimeKind.PartOnly, Part: { } part } month
            && month.Start == time.End && PeriodDecider.PastMonths(part, facts);
    }

    private bool Proposes()
    {
        var clause = context.Sentence.ClauseStart(claim.Token);
        for (var i = 0; i < clause; i++)
            if (context.TextOf(i).EndsWith("提出", StringComparison.Ordinal)) return true;
        return false;
    }
}
