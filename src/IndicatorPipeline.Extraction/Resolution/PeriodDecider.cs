using IndicatorPipeline.Extraction.Binding;

namespace IndicatorPipeline.Extraction.Resolution;

/// <summary>Decides the years of a number: its own time, the paragraph's, the section's, the speech's; null where none can tell.</summary>
internal static class PeriodDecider
{
    /// <summary>The years and what gave them.</summary>
    public static (Period? Period, string Reason) Decide(
        BindingContext context, in Claim claim, SpeechFacts facts, in Setting setting, Status status, in FoundTime found, Period? said, int clause)
    {
        var (period, reason) = Plain(facts, setting, status, found, said);
        if (period is not { } span) return (null, reason);
        if (found.IsOwn) return (span, "time of this number alone");
        if (claim.Measure is Measure.Growth or Measure.AverageGrowth or Measure.Increment && TimeFinder.Base(context, claim.Token, clause) is var at and >= 0
            && YearResolver.Resolve(context.Sentence.Times[at], facts.Year, facts.ReviewYear) is { } start && start.EndYear < span.EndYear - 1 && span.StartYear == span.EndYear)
        {
            // 比1952年增长68%: the growth of all years since.
            return (new Period(start.EndYear + 1, span.EndYear), "years since the base year");
        }

        if (span.EndYear > span.StartYear && claim.IsState && claim.Measure is Measure.Level or Measure.Share or Measure.Multiple) return (new Period(span.EndYear, span.EndYear), reason);
        return (span, reason);
    }

    private static (Period?, string) Plain(SpeechFacts facts, in Setting setting, Status status, in FoundTime found, Period? said)
    {
        if (said is { } given) return (WithPart(given, found.Part), "time in the sentence");
        if (found.Time >= 0) return (null, "the year of the speech is not known");
        if (found.IsVague) return (null, "a time without years");
        if (found.Part is { } part && status != Status.Target && facts.Year is { } now && PastMonths(part, facts)) return (new Period(now, now, part), "past months of the speech's year");
        var (period, reason) = Default(facts, setting, status);
        return (period is { } whole ? WithPart(whole, found.Part) : null, reason);
    }

    // 前两个月 in a speech of March: months that are over when the speech is held.
    private static bool PastMonths(string part, SpeechFacts facts)
    {
        if (facts.Speech.Date is not { } date) return false;
        var last = part switch
        {
            "Q1" => 3,
            "Q2" or "H1" => 6,
            "Q3" => 9,
            "Q4" or "H2" => 12,
            _ => int.Parse(part.AsSpan(part.Length - 2), System.Globalization.CultureInfo.InvariantCulture),
        };
        return last < date.Value.Month;
    }

    private static Period WithPart(Period period, string? part) =>
        part is not null && period.Part is null && period.StartYear == period.EndYear ? new Period(period.StartYear, period.EndYear, part) : period;

    private static (Period?, string) Default(SpeechFacts facts, in Setting setting, Status status)
    {
        // A goal quoted in a review is a goal of the reviewed year.
        if (status == Status.Target && setting.Section != SectionKind.Review)
        {
            if (setting.Period is { } lead && (facts.Year is not { } now || lead.EndYear >= now)) return (lead, "time of the paragraph");
            return facts.Year is { } year ? (new Period(year, year), "year of the speech") : (null, "the year of the speech is not known");
        }

        if (setting.Period is { } carried && (facts.Year is not { } current || carried.StartYear <= current)) return (carried, "time of the paragraph");
        if (setting.SectionPeriod is { } section) return (section, "time of the section");
        return facts.ReviewYear is { } review ? (new Period(review, review), "year that the speech reports on") : (null, "the year of the speech is not known");
    }
}
