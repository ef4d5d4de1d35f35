using IndicatorPipeline.Extraction.Binding;
using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Tokens;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Resolution;

/// <summary>Decides the years of a number: its own time, the paragraph's, the section's, the speech's; null where none can tell.</summary>
internal static class PeriodDecider
{
    /// <summary>The years and what gave them.</summary>
    /// <param name="context">The sentence.</param>
    /// <param name="claim">The number.</param>
    /// <param name="facts">The speech.</param>
    /// <param name="setting">The place in it.</param>
    /// <param name="anchor">The years that the sentence speaks of at the number, and why.</param>
    /// <param name="found">The time that gave them, if the sentence says one.</param>
    /// <param name="start">The years that it is compared with, or null.</param>
    /// <param name="clause">First token of its clause.</param>
    /// <param name="status">Promised or reached.</param>
    public static Dated Decide(
        BindingContext context, in Claim claim, SpeechFacts facts, in Setting setting, Dated anchor,
        in FoundTime found, in Period? start, int clause, Status status)
    {
        if (anchor.Period is not { } span) return anchor;
        if (found.IsOwn) return (span, PeriodReason.OwnTime);
        // 1971年到1978年,出生率由29‰降到6‰: the first value is of the first year.
        if (claim.IsOld && start is null && found.Time >= 0 && span.StartYear < span.EndYear && IsWrittenRange(context, found))
            return (new Period(span.StartYear, span.StartYear), anchor.Reason);
        // 增速由一季度的3.2%回升到全年的13.6%: another part of the same year.
        if (claim.IsOld && start is null && OwnPart(context, claim.Token) is { } earlier)
            return (WithPart(new Period(span.EndYear, span.EndYear), earlier), PeriodReason.OwnTime);
        if (claim.IsOld) return (start ?? span.YearBefore, anchor.Reason);
        if (claim.Measure is Measure.Growth or Measure.AverageGrowth or Measure.Increment && span.StartYear == span.EndYear)
        {
            // 比1952年增长68%: the growth of all years since.
            if (start is { } compared && compared.EndYear < span.EndYear - 1)
                return (new Period(compared.EndYear + 1, span.EndYear), PeriodReason.SinceBase);
            // 年均 in a clause with one year (到2016年): the average of the term that ends with it.
            var isOfTerm = claim.Measure == Measure.AverageGrowth
                && (found.Time >= 0 || anchor.Reason is PeriodReason.TimeOfParagraph or PeriodReason.SentenceBefore || setting.Past is not null);
            // 到2015年,…;单位能耗累计下降15%: through all the years of the plan.
            isOfTerm |= (found.Time >= 0 || anchor.Reason is PeriodReason.TimeOfParagraph or PeriodReason.SentenceBefore)
                && span.EndYear > facts.Year && claim.Measure != Measure.AverageGrowth && SaysTotal(context, clause, claim.Token);
            isOfTerm |= claim.Measure == Measure.Growth && found.Time < 0 && IsAveragedNext(context, claim);
            if (isOfTerm && Around(span, setting, facts) is { } term) return (term, PeriodReason.TermAround);
        }

        // 2005年生产总值25亿元。固定资产投资累计完成34亿元: a sum is of the term around, not of its last year.
        if (claim.Measure == Measure.Level && found.Time < 0 && status == Status.Actual && span.StartYear == span.EndYear
            && anchor.Reason is PeriodReason.TimeOfParagraph or PeriodReason.SentenceBefore
            && (SaysTotal(context, clause, claim.Token) || IsYearlyMean(context, claim))
            && Around(span, setting, facts) is { } summed)
        {
            return (summed, PeriodReason.TermAround);
        }

        // 生产总值由1992年的2.7万亿元增加到1997年的7.5万亿元,固定资产投资累计超过10万亿元.
        if (claim.Measure == Measure.Level && found is { Time: >= 0, InClause: false } && status == Status.Actual && span.StartYear == span.EndYear
            && SaysTotal(context, clause, claim.Token) && Around(span, setting, facts) is { } years)
        {
            return (years, PeriodReason.TermAround);
        }

        // 五年来…优良天数较2013年增加26天: counted from a year of the term.
        if (claim.Measure is Measure.Growth or Measure.Increment && start is { } within && within.EndYear > span.StartYear
            && within.EndYear < span.EndYear - 1)
        {
            return (new Period(within.EndYear + 1, span.EndYear), PeriodReason.SinceBase);
        }
        // “十三五”时期和2020年工作回顾…。全年实施项目76个: the last year alone.
        if (span.StartYear < span.EndYear && found.Time < 0 && status == Status.Actual && SaysWholeYear(context, claim.Token))
            return (new Period(span.EndYear, span.EndYear), anchor.Reason);
        // 五年来…余额比年初增加9.6亿元: a comparison with the year before is of the last year.
        if (span.StartYear < span.EndYear && claim.Measure is Measure.Growth or Measure.Increment
            && TimeFinder.ComparesWithYearBefore(context.Sentence.Tokens, clause, claim.Token))
        {
            return (new Period(span.EndYear, span.EndYear), anchor.Reason);
        }
        var isLastYear = span.StartYear < span.EndYear && Extent.IsLastYear(context, claim, found, clause, status);
        return (isLastYear ? new Period(span.EndYear, span.EndYear) : span, anchor.Reason);
    }

    /// <summary>The years that the sentence speaks of where <paramref name="found"/> stands: what it says, else what holds around it.</summary>
    /// <param name="facts">The speech.</param>
    /// <param name="setting">The place in it.</param>
    /// <param name="status">Promised or reached.</param>
    /// <param name="found">The time found.</param>
    /// <param name="said">Its years.</param>
    /// <param name="ofOneYear">Whether the sentence compares with the year before, so that no term of years can be meant.</param>
    public static Dated Anchor(SpeechFacts facts, in Setting setting, Status status, in FoundTime found, Period? said,
        bool ofOneYear)
    {
        if (said is { } given)
        {
            // 一季度增长35%;全年增长32.4%: what is said of the whole year is not of the part.
            var isWhole = found is { Part: null, IsOwn: false };
            return (isWhole ? new Period(given.StartYear, given.EndYear) : WithPart(given, found.Part), PeriodReason.TimeInSentence);
        }

        if (found.Time >= 0) return (null, PeriodReason.UnknownSpeech);
        if (found.IsVague) return (null, PeriodReason.NoYears);
        if (found.Part is { } part && status != Status.Target && facts.Year is { } now && PastMonths(part, facts))
            return (new Period(now, now, part), PeriodReason.PastMonths);
        var otherwise = Default(facts, setting, status, ofOneYear);
        return found.Part is not null && otherwise.Period is { } whole ? (WithPart(whole, found.Part), otherwise.Reason) : otherwise;
    }

    // The part of a year, without a year, that stands directly before a number.
    private static string? OwnPart(BindingContext context, int number)
    {
        var tokens = context.Tokens;
        var at = number > 0 && tokens[number - 1].Is(Role.Of) ? number - 2 : number - 1;
        return at >= 0 && tokens[at].Kind == TokenKind.Time && context.Sentence.Times[tokens[at].Index] is { Kind: TimeKind.PartOnly, Part: ['Q' or 'H' or 'M', ..] part }
            ? part : null;
    }

    // 粮食平均年产量: of all the years, as its name says.
    private static bool IsYearlyMean(BindingContext context, in Claim claim)
    {
        var name = context.NameOf(claim.Subject);
        return name.IndexOf("平均年产") >= 0 || name.IndexOf("年平均产") >= 0 || name.IndexOf("年均产") >= 0 || name.IndexOf("年均总产") >= 0;
    }

    // 总产值增长87%,平均每年增长13%: the growth of all the years that are averaged.
    private static bool IsAveragedNext(BindingContext context, in Claim claim)
    {
        foreach (ref readonly var next in context.Claims.Span)
        {
            if (next.Token <= claim.Token) continue;
            if (next.Measure != Measure.AverageGrowth || next.Subject != claim.Subject) return false;
            return context.Text[claim.End..next.Start] is [',', '平', '均', '每', '年', ..] or [',', '即', '平', '均', '每', '年', ..]
                or [',', '年', '均', ..] or ['、', '年', '均', ..];
        }

        return false;
    }

    private static bool SaysTotal(BindingContext context, int clause, int number)
    {
        for (var i = clause; i < number; i++)
            if (context.Sentence.Tokens[i].Is(Role.Adverb | Role.Change) && context.TextOf(i).StartsWith("累计")) return true;
        return false;
    }

    private static bool SaysWholeYear(BindingContext context, int number)
    {
        foreach (var i in context.Sentence.TimeTokens)
            if (i < number && context.TextOf(i) is "全年") return true;
        return false;
    }

    private static bool IsWrittenRange(BindingContext context, in FoundTime found) =>
        found.Start >= 0 || (context.Sentence.Times[found.Time] is { Kind: TimeKind.Absolute } time
            && context.Text[time.Start..time.End].IndexOfAny('到', '至') > 0);

    private static Period? Around(Period year, in Setting setting, SpeechFacts facts)
    {
        foreach (var frame in (ReadOnlySpan<Period?>)[setting.Period, setting.Term, setting.Past, setting.Heading, setting.Frame, facts.Plan])
            if (frame is { } term && term.StartYear < term.EndYear && term.EndYear == year.EndYear) return term;
        // 到2020年, said in 2016: the five-year plan that begins; since 1976 they end with a five or a nought.
        return year.EndYear % 5 == 0 && facts.Year == year.EndYear - 4 ? new Period(year.EndYear - 4, year.EndYear) : null;
    }

    /// <summary>前两个月 in a speech of March: months that are over when the speech is held.</summary>
    public static bool PastMonths(string part, SpeechFacts facts)
    {
        var last = part switch
        {
            "Q1" => 3,
            "Q2" or "H1" => 6,
            "Q3" => 9,
            "Q4" or "H2" => 12,
            _ => int.Parse(part.AsSpan(part.Length - 2), System.Globalization.CultureInfo.InvariantCulture),
        };
        return last < facts.Month;
    }

    private static Period WithPart(Period period, string? part) =>
        part is not null && period.StartYear == period.EndYear ? new Period(period.StartYear, period.EndYear, part) : period;

    private static Dated Default(SpeechFacts facts, in Setting setting, Status status, bool ofOneYear)
    {
        // A goal quoted in a review is a goal of the reviewed year.
        if (status == Status.Target && setting.Section != SectionKind.Review)
        {
            if (setting.Period is { } lead && Fits(lead) && (facts.Year is not { } now || lead.EndYear >= now))
                return (lead, PeriodReason.TimeOfParagraph);
            if ((setting.Heading ?? setting.Frame) is { } goal && Fits(goal) && (facts.Year is not { } from || goal.EndYear >= from))
                return (goal, PeriodReason.TimeOfSection);
            if (facts.Plan is { } plan && Fits(plan)) return (plan, PeriodReason.PlanOfSpeech);
            return facts.GoalYear is { } year ? (new Period(year, year), PeriodReason.YearOfSpeech) : (null, PeriodReason.UnknownSpeech);
        }

        if (setting.Period is { } carried && Fits(carried) && (facts.Year is not { } current || carried.StartYear <= current))
            return (carried, PeriodReason.TimeOfParagraph);
        if (setting.TellsOfProblems && facts.ReviewYear is { } today) return (new Period(today, today), PeriodReason.ReviewedYear);
        if (setting.Term is { } term && Fits(term)) return (term, PeriodReason.TimeOfSection);
        if ((setting.Heading ?? setting.Frame) is { } section && Fits(section) && (facts.ReviewYear is not { } last || section.EndYear <= last))
            return (section, PeriodReason.TimeOfSection);
        if (status == Status.Actual && setting.Months is { } months) return (months, PeriodReason.MonthsOfText);
        return facts.ReviewYear is { } review ? (new Period(review, review), PeriodReason.ReviewedYear) : (null, PeriodReason.UnknownSpeech);

        bool Fits(Period years) => !ofOneYear || years.StartYear == years.EndYear;
    }
}
