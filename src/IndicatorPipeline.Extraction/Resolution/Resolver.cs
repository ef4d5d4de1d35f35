using IndicatorPipeline.Extraction.Binding;
using IndicatorPipeline.Extraction.Recognition.Tokens;

namespace IndicatorPipeline.Extraction.Resolution;

/// <summary>Gives claims their status, years and place: the only stage that knows the speech.</summary>
internal sealed class Resolver(BindingContext context)
{
    private StatusReader prefix;
    private int prefixEnd;

    /// <summary>The status and period of one claim.</summary>
    internal readonly record struct Resolved(Status Status, Period? Period, Modality? Modality, Scope Scope, string? Place, string? RegionCode, string StatusReason, string PeriodReason);

    /// <summary>Resolves <paramref name="claim"/> in its sentence.</summary>
    public Resolved Resolve(in Claim claim, SpeechFacts facts, in Setting setting)
    {
        var tokens = context.Sentence.Tokens;
        var clause = ClauseStart(tokens, claim.Token);
        var own = StatusReader.Read(context, clause, claim.Token);
        var before = Before(clause);
        var found = TimeFinder.Find(context, claim.Token, clause);
        Period? said = found.Time >= 0 ? YearResolver.Resolve(context.Sentence.Times[found.Time], facts.Year, facts.ReviewYear) : null;
        var (status, statusReason) = StatusDecider.Decide(context, claim, facts, setting, own, before, found, said);
        var (period, periodReason) = PeriodDecider.Decide(context, claim, facts, setting, status, found, said, clause);
        if (claim.IsOld || found.IsOwn)
        {
            if (!found.IsOwn && period is { } span) period = new Period(span.StartYear - 1, span.StartYear - 1);
            if (claim.IsOld || period is { } past && facts.Year is { } year && past.EndYear < year) status = Status.Actual;
        }

        var modality = status == Status.Target ? own.Modality ?? before.Modality : null;
        var (scope, place, region) = ScopeReader.Read(context, claim, facts);
        return new Resolved(status, period, modality, scope, place, region, statusReason, periodReason);
    }

    /// <summary>Starts a sentence.</summary>
    public void Begin()
    {
        prefix = default;
        prefixEnd = 0;
    }

    // What the words before the clause say, read on from the claim before: a sentence of many numbers is read once.
    private StatusReader Before(int clause)
    {
        if (clause < prefixEnd) Begin();
        prefix.Add(context, prefixEnd, clause);
        prefixEnd = clause;
        return prefix;
    }

    /// <summary>First token of the clause that a token stands in.</summary>
    public static int ClauseStart(Pieces<Token> tokens, int at)
    {
        for (var i = at - 1; i >= 0; i--)
            if (tokens[i].Kind == TokenKind.Mark && tokens[i].Mark is ',' or ';' or ':' or '\n') return i + 1;
        return 0;
    }
}
