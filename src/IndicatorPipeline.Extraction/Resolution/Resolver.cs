using IndicatorPipeline.Extraction.Binding;
using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Periods;
using IndicatorPipeline.Extraction.Recognition.Tokens;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Resolution;

/// <summary>Gives claims their status, years and place: the only stage that knows the speech.</summary>
internal sealed class Resolver(BindingContext context)
{
    // Reports to the congresses that met in May to July speak of how things stand in their own year.
    private const int MidYear = 5;

    private readonly TimeFinder times = new(context);
    private StatusReader prefix;
    private int prefixEnd;
    private StatusReader inClauseRead;
    private (int Start, int End) inClause;
    private Line last;
    private Line continued;
    private Told old;
    private Told amount;
    private Told amountBefore;
    private Measure? latestMeasure;
    private Status? latestStatus;
    private Period? latestPeriod;
    private (int Claim, Scope Scope, string? Place, string? Region) owner;
    private readonly Pieces<int> olds = new();
    private Period? firstOld;
    private int firstNew;
    private int current;

    // What a sentence spoke of last: years, years compared with, promised or reached; no status where it spoke of nothing.
    private struct Line
    {
        public Period? Period;
        public Period? Base;
        public Status? Status;
    }

    // Of which claim of the sentence, by its index, the years were told.
    private struct Told
    {
        public int Claim;
        public Period? Period;
    }

    /// <summary>Resolves <paramref name="claim"/>, the next of its sentence.</summary>
    public Resolved Resolve(in Claim claim, SpeechFacts facts, in Setting setting)
    {
        current++;
        var clause = context.Sentence.ClauseStart(claim.Token);
        var isPart = context.Sentence.Tokens[clause].Is(Role.OfWhich);
        ref readonly var own = ref Own(clause, claim.Token);
        ref readonly var before = ref Before(clause);
        var found = times.Find(claim.Token, clause);
        // 前三季度,生产总值增长5%。分产业看,第一产业增长3%: the sentences behind it in the paragraph tell of the same months.
        if (setting.Part is not null && found is { Time: < 0, Part: null } && context.Sentence.TimeTokens.Count == 0)
            found = found with { Part = setting.Part };
        // 截至9月末,收入累计完成119亿元: since January.
        if (found.Part is ['M', _, _] month && month != "M01" && claim.Measure is Measure.Level or Measure.Growth
            && context.Text[context.Sentence.Start..claim.Start].IndexOf("累计") >= 0)
        {
            found = found with { Part = "M01-" + month };
        }
        if (firstOld is not null && !claim.IsOld) found = AsPaired(claim, found);
        var ahead = context.Says(Role.Will) && !found.InClause && Ahead(claim) is var will and >= 0 ? will : -1;
        if (ahead >= 0 && times.Behind(ahead) is var later and >= 0) found = new FoundTime(later, null, true, false, false);
        var said = Said(found, facts, setting);
        if (said is { } gone && before.Strives && !before.Past && !own.Past) said = StrivenFor(found, gone, facts);
        var (status, statusReason) = StatusDecider.Decide(context, claim, facts, setting, own, before, found, said);
        if (ahead >= 0 && status == Status.Actual && !own.Done) (status, statusReason) = (Status.Target, StatusReason.WordsOfClause);
        if (status == Status.Actual && said is { } within && setting.Section == SectionKind.Review) said = Reviewed(found, within, facts);
        // 施工的项目86个,其中当年建成投产34个: a part of what is planned.
        // 收入预计达到18650元,增长7.5%: what is told of the same subject is estimated too.
        if (status != Status.Estimate && !own.Target && statusReason != StatusReason.PresentState && latestStatus == Status.Estimate
            && claim.Source == SubjectSource.CarriedOver && !found.InClause && !own.Past && current > 0
            && context.Claims[current - 1].Subject == claim.Subject)
        {
            (status, statusReason) = (Status.Estimate, StatusReason.WordsOfSentence);
        }
        // 总产值预计达到850亿元,其中工业552亿元: or estimated.
        if (isPart && status == Status.Actual && latestMeasure is not null && last.Status is Status.Target or Status.Estimate
            && !TellsDone(clause, claim.Token))
        {
            (status, statusReason) = (last.Status.Value, StatusReason.WordsOfSentence);
        }
        var anchor = PeriodDecider.Anchor(facts, setting, status, found, said, context.Says(Role.YearBefore));
        var start = Base(claim, facts, setting, clause, found);
        if (facts.PresentYear is { } present && (status == Status.Actual || statusReason == StatusReason.PresentState)
            && IsPresent(claim, facts, setting, own, clause, found, (status, statusReason), anchor))
        {
            anchor.Period = new Period(present, present);
        }
        // 2月15日,全国交易额增长33%, in news of February: that day was one of this year.
        if (facts.IsNewsOfWinter && anchor.Reason == PeriodReason.ReviewedYear && status == Status.Actual && facts.Year is { } ofDay
            && SaysDay(facts))
        {
            anchor = (new Period(ofDay, ofDay), PeriodReason.TimeInSentence);
        }
        if (statusReason == StatusReason.OnceDone) anchor = (null, PeriodReason.NoYears);
        // 增长5.9%,高于5%的预期目标; 预期目标为7%,实际增长8.6%: the goal is one of the year that is reported.
        if (status == Status.Target && said is null && !own.Strives && found is { Time: < 0, IsVague: false }
            && setting.Section is not (SectionKind.Goals or SectionKind.Measures) && OfOutcome(claim, facts, own, statusReason) is { } outcome)
        {
            anchor = (outcome, PeriodReason.YearOfOutcome);
        }
        if (continued.Status is { } goesOn && found is { Time: < 0, Part: null, IsVague: false })
        {
            (anchor, status, statusReason) = ((continued.Period, PeriodReason.SentenceBefore), goesOn, StatusReason.SentenceBefore);
            start ??= continued.Base;
        }

        // 超额完成“十二五”下降16%的目标: a plan that is only named gives the years of its own goal.
        if (statusReason == StatusReason.CalledGoal && PlanNamed(clause, claim.Token) is { } ofGoal) anchor = (ofGoal, PeriodReason.TimeInSentence);
        var (period, periodReason) = PeriodDecider.Decide(context, claim, facts, setting, anchor, found, start, clause, status);
        // 企业发展到62家,其中过10亿元5家: a part is of the years of its whole.
        if (isPart && latestMeasure == claim.Measure && !found.InClause && start is null) period = latestPeriod;
        if (context.Says(Role.Respectively)) period = InTurn(claim.Token, facts, setting, found, period);
        // 累计投资612亿元,是前五年的3.8倍: a ratio is of the years of what it measures.
        // 灌溉面积达到62万亩,占耕地的85%: and so is a share.
        if (claim.Measure is Measure.Multiple or Measure.Share or Measure.Gap && !claim.IsOld && amount.Period is { } measured && IsOf(amount, claim)
            && !found.InClause && (claim.Measure == Measure.Multiple || (amount.Claim == current - 1 && claim.Unit is "pp" or "%"
            && !context.Says(Role.Respectively))))
        {
            period = measured;
        }
        if (claim.Measure == Measure.Level && !claim.IsOld)
        {
            amountBefore = amount;
            (amount.Claim, amount.Period) = (current, period);
        }

        if (claim.IsOld || (found.IsOwn && period is { } past && facts.Year is { } year && past.EndYear < year)) status = Status.Actual;
        if (found.IsOwn && IsYearBefore(found)) period = BeforeAnchor(facts, setting, status) ?? period;
        (latestMeasure, latestPeriod, latestStatus) = (claim.Measure, period, status);
        if (claim.IsOld) period = Remember(found, period);
        // 增长10.5%,超过计划增长4%的要求。其中轻工业…: a goal that is only compared with is not what is told of.
        else if (!found.IsOwn && !(statusReason is StatusReason.CalledGoal or StatusReason.CalledPlanned && last.Status is not null))
            (last.Period, last.Base, last.Status) = (anchor.Period, start, status);
        Modality? modality = status == Status.Target ? Firmness(claim, own, before) : null;
        var (scope, place, region) = ScopeReader.Read(context, claim, facts);
        if (scope == Scope.Other && status == Status.Target && !own.Strives && found.Time >= 0 && IsOldPlan(claim, found))
            (status, period, modality) = (Status.Actual, null, null);
        // 全国贷款增长13%,增速提高2个百分点: both are the nation's.
        if (owner.Claim >= 0 && claim.Place < 0 && claim.Source == SubjectSource.CarriedOver && context.Claims[owner.Claim].Subject == claim.Subject)
            (scope, place, region) = (owner.Scope, owner.Place, owner.Region);
        if (scope == Scope.Own) owner.Claim = -1;
        else owner = (current, scope, place, region);
        return new Resolved(status, period, modality, scope, place, region, statusReason, periodReason);
    }

    /// <summary>Passes a sentence without claims, or begins a speech: there is nothing that 其中 could go on with.</summary>
    public void Pass() => last = default;

    /// <summary>Starts a sentence; <paramref name="leads"/> tells whether a paragraph begins with it.</summary>
    public void Begin(bool leads)
    {
        Restart();
        times.Begin();
        current = -1;
        (inClause, inClauseRead) = (default, default);
        // 其中: what follows is a part of what the sentence before told of, at the same time.
        continued = !leads && context.Sentence.Tokens is [var first, ..] && first.Is(Role.OfWhich) ? last : default;
        last = default;
        latestMeasure = null;
        latestStatus = null;
        old = amount = amountBefore = default;
        firstOld = null;
        firstNew = -1;
        olds.Clear();
        owner.Claim = -1;
    }

    // 力争到2027年突破5000亿元,三年翻一番: what is striven for lies ahead.
    private Period StrivenFor(in FoundTime found, Period gone, SpeechFacts facts) =>
        gone.EndYear < facts.Year && context.Sentence.Times[found.Time] is { Kind: TimeKind.Loose } && facts.Ahead is { } ahead
            ? new Period(ahead, ahead + gone.EndYear - gone.StartYear) : gone;

    // 其中9500个将于2025年落成: what is told of things behind their number; the token of 将, or −1.
    private int Ahead(in Claim claim)
    {
        const int Furthest = 6;
        if (claim.Measure != Measure.Level || claim.Unit is not ("item" or "household" or "person" or "m")
            || StatusDecider.IsWholePeople(context, claim))
        {
            return -1;
        }
        var tokens = context.Sentence.Tokens;
        var from = Bounds.End(tokens, claim.Token);
        for (var i = from; i < tokens.Count && i < from + Furthest; i++)
        {
            if (tokens[i].Kind is not (TokenKind.Text or TokenKind.Word) || tokens[i].Is(Role.Of | Role.Link | Role.Change | Role.Actual)) return -1;
            if (tokens[i].Is(Role.Will)) return context.TextOf(i) is "将" or "将会" or "即将" ? i : -1;
        }

        return -1;
    }

    // 五年内累计投入38亿元, in a review: the years that are over.
    private Period Reviewed(in FoundTime found, Period within, SpeechFacts facts) =>
        facts.ReviewYear is { } over && within.StartYear >= facts.Year && within.EndYear > within.StartYear
            && context.Sentence.Times[found.Time] is { Kind: TimeKind.Loose, From: 0 } ? new Period(over - within.EndYear + within.StartYear, over)
            : within;

    // Whether the number tells how things stand now, whatever years the paragraph tells of.
    private bool IsPresent(in Claim claim, SpeechFacts facts, in Setting setting, in StatusReader own, int clause, in FoundTime found,
        (Status Status, StatusReason Reason) told, in (Period? Period, PeriodReason Reason) anchor)
    {
        var isDefault = anchor.Reason == PeriodReason.ReviewedYear;
        // 我们这样一个八亿人口的国家.
        if (told.Reason == StatusReason.PresentState && (isDefault || (found.Time < 0 && StatusDecider.IsWholePeople(context, claim)))) return true;
        // 文盲占人口的70%, in June, where nothing tells of the year before.
        return told.Status == Status.Actual && isDefault && facts.Month >= MidYear && facts.ReviewYear < facts.PresentYear
            && setting.Section == SectionKind.Unknown
            && (claim.Measure == Measure.Share || (claim.Measure == Measure.Level && !claim.IsState && claim.Unit != "item" && !Extent.IsFlow(claim)))
            && !claim.IsOld && !own.Past
            && !(last.Status == Status.Actual && latestMeasure is not null && latestPeriod == anchor.Period) && !TellsDeed(clause, claim.Token);
    }

    private Period? OfOutcome(in Claim claim, SpeechFacts facts, in StatusReader own, StatusReason statusReason)
    {
        if (statusReason is StatusReason.CalledGoal or StatusReason.CalledPlanned
            && last is { Status: not null and not Status.Target, Period: { } reported })
        {
            return reported;
        }
        return (own.Target || own.Plan) && facts.ReviewYear is { } reviewed
            && StatusDecider.Contrasts(context, NextClause(context.Sentence.Tokens, claim.Token)) ? new Period(reviewed, reviewed) : null;
    }

    // 前三年分别上升4.9%、5.5%、0.2%: a year each.
    private Period? InTurn(int number, SpeechFacts facts, in Setting setting, in FoundTime found, Period? period)
    {
        if (found.Time >= 0 && YearsInTurn.FindListed(context, number) is { Time: >= 0 } listed && Years(listed.Time, facts, setting) is { } told)
        {
            if (listed.Place < 0) period = told;
            else if (YearsInTurn.Find(context, number, told) is { } inTurn) period = inTurn;
        }

        return period is { } years && years.StartYear < years.EndYear && YearsInTurn.Find(context, number, years) is { } turn ? turn : period;
    }

    // 国防费从1950年的41.5%降到21.1%,行政费从19.3%降到9.6%: the parts are compared as the first was.
    private Period? Remember(in FoundTime found, Period? period)
    {
        if (found.IsOwn) firstOld = period;
        else if (!found.InClause && firstOld is { } first) period = first;
        (old.Claim, old.Period) = (current, period);
        olds.Add(current);
        return period;
    }

    // 一产比重由2010年的10%降到2020年的7%;二产比重由45%降到40%: each pair ends when the first did, and so does the change that is told of it.
    private FoundTime AsPaired(in Claim claim, in FoundTime found)
    {
        if (found.InClause)
        {
            if (old.Claim == current - 1 && old.Period == firstOld && !found.IsOwn) firstNew = found.Time;
            return found;
        }

        return firstNew >= 0 && found is { Time: < 0, IsVague: false, Part: null } && IsOf(old, claim) ? found with { Time = firstNew } : found;
    }

    // 苏联的第一个五年计划: another's plan, long over.
    private bool IsOldPlan(in Claim claim, in FoundTime found) =>
        context.Sentence.Tokens[context.Sentence.TimeTokens[found.Time]].Entry is not null
            && context.Sentence.Times[found.Time] is { Kind: TimeKind.Absolute } plan && plan.From < plan.To
            && ScopeReader.Abroad(context, claim) >= 0;

    private bool SaysDay(SpeechFacts facts)
    {
        foreach (ref readonly var time in context.Sentence.Times.Span)
            if (time is { Kind: TimeKind.PartOnly, Part: null, From: > 0 } && time.From <= facts.Month) return true;
        return false;
    }

    private bool IsOf(in Told told, in Claim claim) => context.Claims[told.Claim].Subject == claim.Subject;

    private bool IsOfOld(in Claim claim)
    {
        foreach (var one in olds)
            if (context.Claims[one].Subject == claim.Subject) return true;
        return false;
    }

    private void Restart()
    {
        prefix = default;
        prefixEnd = 0;
    }

    // How firmly, as said: behind the number (约束性), in its clause, before it in the sentence; a forecast is an expectation.
    private Modality? Firmness(in Claim claim, in StatusReader own, in StatusReader before)
    {
        var tokens = context.Sentence.Tokens;
        var behind = Bounds.End(tokens, claim.Token);
        if (behind + 1 < tokens.Count && (tokens[behind].IsMark('(') || tokens[behind].Is(Role.Of)) && tokens[behind + 1].Is(Role.Modality))
            return tokens[behind + 1].Entry!.Modality;
        // 增长12%,力争14%;财政收入增长6%: with no name beside the number the word is said of that one alone.
        var carried = before.Modality is Modality.Strive or Modality.Ensure && claim.Subject.Start > tokens[before.ModalityAt].Start
            && IsOfNumber(before.ModalityAt) ? null : before.Modality;
        return own.Modality ?? carried ?? (own.Estimate || before.Estimate ? Modality.Expect : null);
    }

    // 力争14%, 力争达到6%左右: no name stands between the word and a number, nor behind the number.
    private bool IsOfNumber(int word)
    {
        const Role Verbs = Role.Change | Role.ChangeTo | Role.Link | Role.BoundBefore | Role.Adverb | Role.Average;
        var tokens = context.Sentence.Tokens;
        var i = word + 1;
        while (i < tokens.Count && tokens[i].Is(Verbs)) i++;
        if (i == tokens.Count || tokens[i].Kind != TokenKind.Quantity) return false;
        var behind = Bounds.End(tokens, i);
        return behind == tokens.Count || tokens[behind].Kind == TokenKind.Mark;
    }

    private Period? Said(in FoundTime found, SpeechFacts facts, in Setting setting)
    {
        if (found.Time < 0) return null;
        var end = Years(found.Time, facts, setting);
        if (found.Start < 0 || end is not { } last || YearResolver.Resolve(context.Sentence.Times[found.Start], facts, setting) is not { } first)
            return end;
        return first.StartYear < last.EndYear ? new Period(first.StartYear, last.EndYear) : end;
    }

    private Period? Years(int time, SpeechFacts facts, in Setting setting)
    {
        ref readonly var said = ref context.Sentence.Times[time];
        // “七五”期间…;五年累计完成投资1.2万亿元: the years that the sentence has named.
        if (said is { Kind: TimeKind.Loose, Part: null })
        {
            for (var t = time - 1; t >= 0; t--)
                if (context.Sentence.Times[t] is { Kind: TimeKind.Absolute, Use: TimeUse.Governs, From: >= Period.Earliest } named
                    && named.To - named.From == said.To - said.From && named.To > named.From)
                {
                    return new Period(named.From, named.To);
                }
        }

        return said is { Kind: TimeKind.Run, Part: "prior" } && PriorYears.Find(context, said) is { } prior ? prior
            : YearResolver.Resolve(said, facts, setting);
    }

    // 由上年下降3.1%转为增长6.4%: 上年 is the year before the one that the sentence speaks of, 去年 the one before the speech.
    private bool IsYearBefore(in FoundTime found) =>
        context.Sentence.Times[found.Time] is { Kind: TimeKind.Relative, From: -1, To: -1 } time && context.Text[time.Start] == '上';

    private static Period? BeforeAnchor(SpeechFacts facts, in Setting setting, Status status) =>
        PeriodDecider.Anchor(facts, setting, status, new FoundTime(-1, null, false, false, false), null, true).Period?.YearBefore;

    // The years that a change is counted from: said in the sentence, those of the old value (由2006年的…增加到), or those of the list.
    private Period? Base(in Claim claim, SpeechFacts facts, in Setting setting, int clause, in FoundTime found)
    {
        if (times.Base(claim.Token, clause, found, claim.Measure == Measure.AverageGrowth) is var at and >= 0)
            return YearResolver.Resolve(context.Sentence.Times[at], facts, setting);
        // 涨幅由1994年的21.7%回落到去年的0.8%: each pace is of its own year.
        if (!claim.IsOld && old.Period is not null && found.InClause && old.Claim == current - 1 && claim.Measure == Measure.Growth
            && context.Claims[old.Claim].Measure == Measure.Growth)
        {
            return null;
        }
        if (!claim.IsOld && old.Period is not null && (IsOf(old, claim) || (firstOld == old.Period && IsOfOld(claim)))) return old.Period;
        // 1952年有19万人,1957年已经有44万人,增加一倍多: from the one to the other.
        if (claim.Measure is Measure.Growth or Measure.Increment && claim.Source == SubjectSource.CarriedOver && !found.InClause
            && amount.Period is { } end && amountBefore.Period is { } begin
            && IsOf(amount, claim) && IsOf(amountBefore, claim) && begin.StartYear == begin.EndYear && begin.EndYear < end.StartYear - 1
            && end.StartYear == end.EndYear) return begin;
        return setting.Base;
    }

    // What the words of the clause before the number say, read on from the number before in the same clause.
    private ref readonly StatusReader Own(int clause, int number)
    {
        if (clause != inClause.Start || number < inClause.End) (inClause, inClauseRead) = ((clause, clause), default);
        if (context.Says(Sentence.Cues)) inClauseRead.Add(context, inClause.End, number);
        inClause.End = number;
        return ref inClauseRead;
    }

    // What the words before the clause say, read on from the claim before: a sentence of many numbers is read once.
    private ref readonly StatusReader Before(int clause)
    {
        if (clause < prefixEnd) Restart();
        if (prefixEnd < clause && context.Says(Sentence.Cues)) prefix.Add(context, prefixEnd, clause);
        prefixEnd = clause;
        return ref prefix;
    }

    private bool TellsDone(int clause, int number)
    {
        for (var i = clause; i < number; i++)
            if (context.Sentence.Tokens[i].Entry is { } entry
                && (entry.Term[0] == '已' || entry.Term[^1] == '了' || entry.Term.StartsWith("完成", StringComparison.Ordinal)))
            {
                return true;
            }
        return false;
    }

    // 修建公路6400公里, 完成920亿斤: a deed, no state.
    private bool TellsDeed(int clause, int number)
    {
        for (var i = clause; i < number; i++)
            if (context.Sentence.Tokens[i].Entry is { } entry
                && (entry.Is(Role.Action | Role.Add) || entry.Term.Contains("完成", StringComparison.Ordinal) || entry.Term[^1] == '了'))
            {
                return true;
            }
        return false;
    }

    private Period? PlanNamed(int clause, int number)
    {
        for (var i = number - 1; i >= clause; i--)
            if (context.Sentence.Tokens[i] is { Kind: TokenKind.Time } token
                && context.Sentence.Times[token.Index] is { Kind: TimeKind.Absolute, Use: TimeUse.Name, From: >= Period.Earliest } time
                && time.From < time.To)
            {
                return new Period(time.From, time.To);
            }
        return null;
    }

    // First token of the clause behind the one that a token stands in.
    private static int NextClause(Pieces<Token> tokens, int at)
    {
        while (at < tokens.Count && !tokens[at].IsMark(',')) at++;
        return at + 1;
    }
}
