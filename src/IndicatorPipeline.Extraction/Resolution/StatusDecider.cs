using IndicatorPipeline.Extraction.Binding;
using IndicatorPipeline.Extraction.Binding.Rules;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Resolution;

/// <summary>Decides between promised and reached: by the time where one is said, else by the section, the clause, the sentence, the sentences before.</summary>
internal static class StatusDecider
{
    /// <summary>The status and what decided it.</summary>
    public static (Status Status, string Reason) Decide(
        BindingContext context, in Claim claim, SpeechFacts facts, in Setting setting, in StatusReader own, in StatusReader before, in FoundTime found, Period? said)
    {
        if (claim.IsPlanned) return (Status.Target, "called planned");
        if (!own.Target && IsComposition(claim, setting) && !(before.Target && said is { } ahead && ahead.EndYear > facts.Year)) return (Status.Actual, "present state");
        var isNow = found.Time >= 0 && context.Sentence.Times[found.Time].Part == "now";
        if (Bounds.IsCalledGoal(context.Sentence.Tokens, claim.Token)) return (Status.Target, "called a goal");
        if (isNow && !own.Target && (found.InClause || !before.Target)) return (Status.Actual, "present state");
        // In a speech late in the year 预计 tells how the year will end.
        if (!facts.EarlyInYear && own.Modality is null && !own.Plan && (said is not { } running || running.EndYear == facts.Year) && Forecasts(setting, own, before)) return (Status.Estimate, "words of the sentence");
        if (said is { } period && !isNow && facts.Year is { } year) return ByYears(context, facts, setting, own, before, found, period, year);
        if (found.Time >= 0 && said is null && !isNow && ByDirection(context, setting, own, before, found) is { } status) return (status, "past or future time");
        return ByWords(facts, setting, own, before);
    }

    private static (Status, string) ByYears(
        BindingContext context, SpeechFacts facts, in Setting setting, in StatusReader own, in StatusReader before, in FoundTime found, Period period, int year)
    {
        if (period.EndYear < year)
        {
            return (EstimateOr(Status.Actual, own, before), "past year");
        }

        if (period.StartYear > year) return (Status.Target, "coming year");
        if (period.EndYear > year && (context.Sentence.Times[found.Time].IsDeadline || setting.Section != SectionKind.Review)) return own.Past ? (Status.Actual, "words of the clause") : (Status.Target, "coming year");
        if (own.Target || (before.Target && !own.Done)) return (Status.Target, "words of the sentence");
        if (own.Past || (own.Present && !(facts.EarlyInYear && found.InClause)) || (own.Actual && found.Part is not null)) return (Status.Actual, "words of the clause");
        if (found.Part is not null && setting.Section is not (SectionKind.Goals or SectionKind.Measures)) return (Status.Actual, "past part of the year");
        if (!facts.EarlyInYear) return ByWords(facts, setting, own, before);
        return setting.Section == SectionKind.Review ? (EstimateOr(Status.Actual, own, before), "section") : (Status.Target, "year of the speech");
    }

    // 将达 behind a sentence with 预计 estimates too.
    private static bool Forecasts(in Setting setting, in StatusReader own, in StatusReader before) =>
        own.Estimate || before.Estimate || (setting.Forecasts && own.Target && !before.Target);

    // The year of the speech is unknown, but 今年 and 去年 still tell past from future.
    private static Status? ByDirection(BindingContext context, in Setting setting, in StatusReader own, in StatusReader before, in FoundTime found)
    {
        ref readonly var time = ref context.Sentence.Times[found.Time];
        if (time.Kind != TimeKind.Relative) return null;
        if (time.To < 0) return own.Target ? Status.Target : EstimateOr(Status.Actual, own, before);
        if (time.From > 0 || time.To > 0) return Status.Target;
        if (found.Part is not null) return own.Target ? Status.Target : Status.Actual;
        if (own.Done) return Status.Actual;
        if (own.Estimate || before.Estimate) return Status.Estimate;
        if (own.Target || before.Target || own.Plan || found.InClause) return setting.Section == SectionKind.Review ? Status.Actual : Status.Target;
        return null;
    }

    private static (Status, string) ByWords(SpeechFacts facts, in Setting setting, in StatusReader own, in StatusReader before)
    {
        switch (setting.Section)
        {
            case SectionKind.Review:
                return (EstimateOr(Status.Actual, own, before), "section");
            case SectionKind.Goals or SectionKind.Measures:
                return own.Done && !own.Target ? (Status.Actual, "words of the clause") : (Status.Target, "section");
        }

        if (own.Target && !own.Done) return (Status.Target, "words of the clause");
        if (own.Done) return (Status.Actual, "words of the clause");
        if (own.Estimate || (before.Estimate && !before.Target)) return (Status.Estimate, "words of the sentence");
        if (before.Target && !before.Done) return (Status.Target, "words of the sentence");
        if (before.Done || own.Actual) return (Status.Actual, "words of the sentence");
        if (own.Plan) return (Status.Target, "words of the clause");
        if (setting.Status is { } carried) return (carried, "sentences before");
        return facts.Plan is not null ? (Status.Target, "plan that the speech is about") : (Status.Actual, "nothing says otherwise");
    }

    // 三分之二的村…, 13亿人口的国家: what a thing consists of is said of the present, in any section.
    private static bool IsComposition(in Claim claim, in Setting setting) =>
        claim.Source == BindingRule.BehindTheNumber && claim.Bound == Bound.Exact && setting.Section != SectionKind.Goals
        && ((claim.Measure == Measure.Share && claim.Rule == "percentage of a noun") || (claim.Measure == Measure.Level && claim.Subject.Term?.Indicator.Code == "population.total"));

    private static Status EstimateOr(Status status, in StatusReader own, in StatusReader before) =>
        own.Estimate || (before.Estimate && !own.Done) ? Status.Estimate : status;
}
