using IndicatorPipeline.Extraction.Binding;
using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Periods;
using IndicatorPipeline.Extraction.Recognition.Tokens;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Resolution;

/// <summary>Gives claims their status, years and place: the only stage that knows the speech.</summary>
internal sealed class Resolver(BindingContext context)
{
    /// <summary>The status and period of one claim.</summary>
    internal readonly record struct Resolved(Status Status, Period? Period, Modality? Modality, Scope Scope, string? Place, string? RegionCode, string StatusReason, string PeriodReason);

    /// <summary>Resolves <paramref name="claim"/> in its sentence.</summary>
    public Resolved Resolve(in Claim claim, SpeechFacts facts, in Setting setting)
    {
        var tokens = context.Sentence.Tokens;
        var clause = ClauseStart(tokens, claim.Token);
        var own = StatusReader.Read(context, clause, claim.Token);
        var before = StatusReader.Read(context, 0, clause);
        var time = FindTime(claim.Token, clause, out var part, out var inClause);
        Period? said = time >= 0 ? ResolveTime(context.Sentence.Times[time], facts, setting) : null;
        var status = Decide(claim, facts, setting, own, before, time, said, part, inClause);
        var period = PeriodOf(claim, facts, setting, status, time, said, part);
        if (claim.IsOld)
        {
            var hasOwnTime = time >= 0 && inClause && context.Sentence.Tokens[claim.Token - 1].Kind != TokenKind.Mark && TimeIsOwn(claim.Token);
            if (!hasOwnTime && period is { } span) period = new Period(span.StartYear - 1, span.StartYear - 1);
            status = Status.Actual;
        }

        var modality = status == Status.Target ? own.Modality ?? before.Modality : null;
        var (scope, place, region) = ScopeReader.Read(context, claim, facts);
        return new Resolved(status, period, modality, scope, place, region, StatusReason(claim, setting, own, before, said), period is null ? "not known" : said is not null ? "time in the sentence" : setting.Period is not null ? "time of the paragraph" : "year of the speech");
    }

    private static string StatusReason(in Claim claim, in Setting setting, in StatusReader own, in StatusReader before, Period? said) =>
        claim.IsPlanned || claim.IsOld ? "words of the number"
        : said is not null ? "time and words"
        : setting.Section is not SectionKind.Unknown ? "section"
        : own.Target || own.Done || own.Estimate || own.Plan || own.Actual ? "words of the clause"
        : before.Target || before.Done || before.Estimate ? "words of the sentence"
        : setting.Status is not null ? "sentences before" : "nothing said otherwise";

    private bool TimeIsOwn(int number)
    {
        var tokens = context.Sentence.Tokens;
        for (var i = number - 1; i >= 0 && !tokens[i].Is(Role.From); i--)
            if (tokens[i].Kind == TokenKind.Time) return true;
        return number > 0 && tokens[number - 1].Kind == TokenKind.Time;
    }

    /// <summary>First token of the clause that a token stands in.</summary>
    public static int ClauseStart(List<Token> tokens, int at)
    {
        for (var i = at - 1; i >= 0; i--)
            if (tokens[i].Kind == TokenKind.Mark && tokens[i].Mark is ',' or ';' or ':' or '\n') return i + 1;
        return 0;
    }

    // The time nearest before the number, in its clause first; a part of a year looks further for its year.
    private int FindTime(int number, int clause, out string? part, out bool inClause)
    {
        part = null;
        inClause = false;
        var tokens = context.Sentence.Tokens;
        for (var i = number - 1; i >= 0; i--)
        {
            if (tokens[i].Kind != TokenKind.Time) continue;
            var time = context.Sentence.Times[tokens[i].Index];
            if (time.Use != TimeUse.Governs || time.Kind is TimeKind.Same) continue;
            if (time.Kind == TimeKind.Vague) continue;
            if (time.Kind == TimeKind.PartOnly)
            {
                part ??= time.Part;
                inClause |= i >= clause;
                continue;
            }

            inClause |= i >= clause;
            part ??= time.Part is "now" or "since" ? null : time.Part;
            return tokens[i].Index;
        }

        return -1;
    }

    private static Period? ResolveTime(in TimeMention time, SpeechFacts facts, in Setting setting)
    {
        _ = setting;
        return YearResolver.Resolve(time, facts.Year, facts.ReviewYear);
    }

    private Status Decide(in Claim claim, SpeechFacts facts, in Setting setting, in StatusReader own, in StatusReader before, int time, Period? said, string? part, bool inClause)
    {
        if (claim.IsPlanned) return Status.Target;
        var isNow = time >= 0 && context.Sentence.Times[time].Part == "now";
        if (isNow && inClause && !own.Target) return Status.Actual;
        if (said is { } period && !isNow)
        {
            if (facts.Year is not { } year) return period.EndYear < 0 ? Status.Actual : ByWords(setting, own, before);
            if (period.EndYear < year) return own.Target && inClause && setting.Section != SectionKind.Review && !own.Done && IsGoalNoun(claim.Token) ? Status.Target : EstimateOr(Status.Actual, own, before);
            if (period.StartYear > year) return Status.Target;
            var deadline = context.Sentence.Times[time].IsDeadline;
            if (deadline && period.EndYear > year) return Status.Target;
            if (period.EndYear > year && setting.Section != SectionKind.Review) return own.Done ? Status.Actual : Status.Target;
            if (own.Target || (before.Target && !own.Done)) return Status.Target;
            if (own.Done || (own.Actual && part is not null)) return Status.Actual;
            if (part is not null && setting.Section != SectionKind.Goals && setting.Section != SectionKind.Measures) return Status.Actual;
            if (!facts.EarlyInYear) return ByWords(setting, own, before);
            return setting.Section == SectionKind.Review ? EstimateOr(Status.Actual, own, before) : Status.Target;
        }

        if (time >= 0 && said is null && !isNow)
        {
            // The year of the speech is unknown, but 今年 and 去年 still tell past from future.
            var mention = context.Sentence.Times[time];
            if (mention.Kind == TimeKind.Relative)
            {
                if (mention.To < 0) return own.Target ? Status.Target : EstimateOr(Status.Actual, own, before);
                if (mention.From > 0 || mention.To > 0) return Status.Target;
                if (part is not null) return own.Target ? Status.Target : Status.Actual;
                if (own.Done) return Status.Actual;
                if (own.Estimate || before.Estimate) return Status.Estimate;
                if (own.Target || before.Target || own.Plan || inClause) return setting.Section == SectionKind.Review ? Status.Actual : Status.Target;
            }
        }

        return ByWords(setting, own, before);
    }

    private bool IsGoalNoun(int number)
    {
        var tokens = context.Sentence.Tokens;
        for (var i = number + 1; i < tokens.Count && i < number + 6 && tokens[i].Kind != TokenKind.Mark; i++)
            if (tokens[i].Is(Role.Target) && !tokens[i].Is(Role.Modality)) return true;
        return false;
    }

    private static Status EstimateOr(Status status, in StatusReader own, in StatusReader before) =>
        own.Estimate || (before.Estimate && !own.Done) ? Status.Estimate : status;

    private static Status ByWords(in Setting setting, in StatusReader own, in StatusReader before)
    {
        switch (setting.Section)
        {
            case SectionKind.Review:
                return EstimateOr(Status.Actual, own, before);
            case SectionKind.Goals or SectionKind.Measures:
                return own.Done && !own.Target ? Status.Actual : Status.Target;
        }

        if (own.Target && !own.Done) return Status.Target;
        if (own.Done) return Status.Actual;
        if (own.Estimate || (before.Estimate && !before.Target)) return Status.Estimate;
        if (before.Target && !before.Done) return Status.Target;
        if (before.Done || own.Actual) return Status.Actual;
        if (own.Plan) return Status.Target;
        return setting.Status ?? Status.Actual;
    }

    private Period? PeriodOf(in Claim claim, SpeechFacts facts, in Setting setting, Status status, int time, Period? said, string? part)
    {
        Period? period;
        if (said is { } given)
        {
            period = part is not null && given.Part is null && given.StartYear == given.EndYear ? new Period(given.StartYear, given.EndYear, part) : given;
        }
        else if (time >= 0 || setting.IsTimeUnknown)
        {
            period = null;
        }
        else
        {
            period = Default(facts, setting, status);
            if (part is not null && period is { } whole && whole.StartYear == whole.EndYear) period = new Period(whole.StartYear, whole.EndYear, part);
        }

        if (period is { } span && span.EndYear > span.StartYear && claim.IsState && claim.Measure is Measure.Level or Measure.Share or Measure.Multiple) return new Period(span.EndYear, span.EndYear);
        return period;
    }

    private static Period? Default(SpeechFacts facts, in Setting setting, Status status)
    {
        if (status == Status.Target)
        {
            if (setting.Period is { } lead && facts.Year is { } now && lead.EndYear >= now) return lead;
            return facts.Year is { } year ? new Period(year, year) : null;
        }

        if (setting.Period is { } carried && (facts.Year is not { } current || carried.StartYear <= current)) return carried;
        if (setting.SectionPeriod is { } section) return section;
        return facts.ReviewYear is { } review ? new Period(review, review) : null;
    }
}
