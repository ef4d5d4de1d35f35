using IndicatorPipeline.Extraction.Binding;
using IndicatorPipeline.Extraction.Recognition.Periods;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Resolution;

/// <summary>The years of the times that a sentence says, by the speech and by what else the sentence names.</summary>
internal sealed class SaidYears(BindingContext context)
{
    /// <summary>The years that <paramref name="found"/> says, from its first to its last where it is a range; null where they are not
    /// known.</summary>
    public Period? Of(in FoundTime found, SpeechFacts facts, in Setting setting)
    {
        if (found.Time < 0) return null;
        var end = At(found.Time, facts, setting);
        if (found.Start < 0 || end is not { } last) return end;
        if (YearResolver.Resolve(context.Sentence.Times[found.Start], facts, setting) is not { } first) return end;
        return first.StartYear < last.EndYear ? new Period(first.StartYear, last.EndYear) : end;
    }

    /// <summary>力争到2027年突破5000亿元,三年翻一番: what is striven for lies ahead, though <paramref name="gone"/> would be over.</summary>
    public Period StrivenFor(in FoundTime found, Period gone, SpeechFacts facts) =>
        gone.EndYear < facts.Year && context.Sentence.Times[found.Time] is { Kind: TimeKind.Loose } && facts.Ahead is { } ahead
            ? new Period(ahead, ahead + gone.EndYear - gone.StartYear)
            : gone;

    /// <summary>五年内累计投入38亿元, in a review: the years that are over, though <paramref name="within"/> would lie ahead.</summary>
    public Period Reviewed(in FoundTime found, Period within, SpeechFacts facts) =>
        facts.ReviewYear is { } over && within.StartYear >= facts.Year && within.EndYear > within.StartYear
            && context.Sentence.Times[found.Time] is { Kind: TimeKind.Loose, From: 0 }
            ? new Period(over - within.EndYear + within.StartYear, over)
            : within;

    /// <summary>前三年分别上升4.9%、5.5%、0.2%: a year each, of <paramref name="period"/> or of the time that the list has.</summary>
    public Period? InTurn(int number, SpeechFacts facts, in Setting setting, in FoundTime found, Period? period)
    {
        if (found.Time >= 0 && YearsInTurn.FindListed(context, number) is { Time: >= 0 } listed && At(listed.Time, facts, setting) is { } told)
        {
            if (listed.Place < 0) period = told;
            else if (YearsInTurn.Find(context, number, told) is { } inTurn) period = inTurn;
        }

        return period is { } years && years.StartYear < years.EndYear && YearsInTurn.Find(context, number, years) is { } turn ? turn : period;
    }

    private Period? At(int index, SpeechFacts facts, in Setting setting)
    {
        ref readonly var said = ref context.Sentence.Times[index];
        if (said is { Kind: TimeKind.Loose, Part: null } && Named(index, said.To - said.From) is { } named) return named;
        if (said.IsPartOfTerm && OfTermBefore(index, facts, setting) is { } part) return part;
        if (said is { Kind: TimeKind.Run, Part: "prior" } && PriorYears.Find(context, said) is { } prior) return prior;
        if (said is { Kind: TimeKind.Run, Part: null, From: 0 } && Proposed(index, facts) is { } proposed) return proposed;
        return YearResolver.Resolve(said, facts, setting);
    }

    // 今后五年年均增长9%,其中前两年增长8%; 到2010年翻一番,后十年年均增长7%: of the term, or up to the year, that the sentence named before.
    private Period? OfTermBefore(int index, SpeechFacts facts, in Setting setting)
    {
        ref readonly var part = ref context.Sentence.Times[index];
        for (var t = index - 1; t >= 0; t--)
        {
            ref readonly var time = ref context.Sentence.Times[t];
            if (time.IsPartOfTerm || (time.Use == TimeUse.Name && time.Kind != TimeKind.Absolute && time.Part != "plan")) continue;
            if (YearResolver.Resolve(time, facts, setting) is not { } term) continue;
            if (PriorYears.Of(term, part) is { } years) return years;
            if (part.Part == "latter" && time.Use == TimeUse.Governs && term.StartYear == term.EndYear && term.EndYear > facts.Year)
                return new Period(term.EndYear - part.To + part.From, term.EndYear);
        }

        return null;
    }

    // 2004年提出用三年时间解决的拖欠工程款,已偿还1834亿元: counted from the year in which it was taken up.
    private Period? Proposed(int index, SpeechFacts facts)
    {
        if (index == 0 || !context.Text[..context.Sentence.Times[index].End].EndsWith("时间")) return null;
        ref readonly var time = ref context.Sentence.Times[index - 1];
        if (time is not { Kind: TimeKind.Absolute, Use: TimeUse.Governs, From: >= Period.Earliest } || time.From != time.To) return null;
        if (time.From >= facts.Year || context.Text[time.End..context.Sentence.Times[index].Start].IndexOfAny(",;") >= 0) return null;
        return new Period(time.From, time.From + context.Sentence.Times[index].To);
    }

    // “七五”期间…;五年累计完成投资1.2万亿元: the years that the sentence has named, if they are as many.
    private Period? Named(int before, int span)
    {
        for (var t = before - 1; t >= 0; t--)
        {
            ref readonly var time = ref context.Sentence.Times[t];
            if (time is not { Kind: TimeKind.Absolute, Use: TimeUse.Governs, From: >= Period.Earliest }) continue;
            if (time.To - time.From == span && time.To > time.From) return new Period(time.From, time.To);
        }

        return null;
    }
}
