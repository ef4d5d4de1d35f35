using System.Runtime.CompilerServices;
using IndicatorPipeline.Extraction.Binding;
using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Periods;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Resolution;

/// <summary>Gives claims their status, years and place: the only stage that knows the speech.</summary>
internal sealed class Resolver(BindingContext context)
{
    // Reports to the congresses that met in May to July speak of how things stand in their own year.
    private const int MidYear = 5;

    private readonly TimeFinder times = new(context);
    private readonly SaidYears years = new(context);
    private readonly WordsAround words = new(context);
    private readonly Pieces<int> olds = new();
    private Line last;
    private Line continued;
    private Told old;
    private Told amount;
    private Told amountBefore;
    private Measure? latestMeasure;
    private Status? latestStatus;
    private Period? latestPeriod;
    private (int Claim, Scope Scope, string? Place, string? Region) owner;
    private Period? firstOld;
    private int firstNew;
    private int current;

    // What a sentence spoke of last: years, years compared with, promised or reached; no status where it spoke of nothing.
    private struct Line
    {
        public Period? Period;
        public Period? Base;
        public Status? Status;

        // The years that its number was given in the end.
        public Period? Told;
        public Measure Measure;
    }

    // Of which claim of the sentence, by its index, the years were told.
    private struct Told
    {
        public int Claim;
        public Period? Period;
    }

    /// <summary>Resolves <paramref name="claim"/>, the next of its sentence.</summary>
    public void Resolve(in Claim claim, SpeechFacts facts, in Setting setting, out Resolved resolved)
    {
        current++;
        var clause = context.Sentence.ClauseStart(claim.Token);
        var isPart = context.Sentence.Tokens[clause].Is(Role.OfWhich);
        ref readonly var own = ref words.InClause(clause, claim.Token);
        ref readonly var before = ref words.Before(clause);
        var found = times.Find(claim.Token, clause);
        Refine(ref found, claim, setting);
        var ahead = context.Says(Role.Will) && !found.InClause ? ClauseSigns.WillBehind(context, claim) : -1;
        if (ahead >= 0 && times.Behind(ahead) is var later and >= 0) found = new FoundTime(later, null, true, false, false);
        var said = years.Of(found, facts, setting);
        if (said is { } gone && before.Strives && !before.Past && !own.Past) said = years.StrivenFor(found, gone, facts);

        var decider = new StatusDecider(context, claim, facts, setting, own, before, found, said);
        var verdict = decider.Decide();
        var (status, statusReason) = (verdict.Status, verdict.Reason);
        if (ahead >= 0 && status == Status.Actual && !own.Done)
        {
            // 8个旗县有望退出, late in the year: how it will end.
            var hopes = facts.IsLate && context.Text[context.Sentence.Tokens[ahead].End - 1] == '望';
            (status, statusReason) = (hopes ? Status.Estimate : Status.Target, StatusReason.WordsOfClause);
        }

        if (status == Status.Actual && said is { } within && setting.Section == SectionKind.Review) said = years.Reviewed(found, within, facts);
        // 收入预计达到18650元,增长7.5%: what is told of the same subject is estimated too.
        if (status != Status.Estimate && latestStatus == Status.Estimate && !own.Target && !own.Past && GoesOn(claim, found)
            && statusReason is not (StatusReason.PresentState or StatusReason.CalledPlanned))
        {
            (status, statusReason) = (Status.Estimate, StatusReason.WordsOfSentence);
        }
        // 预算规定支出为61亿元,比上年减少了5.5%: what an amount is compared with is planned as it is.
        var goesOnPlanned = status == Status.Actual && latestStatus == Status.Target && latestMeasure == Measure.Level
            && claim.Measure is Measure.Growth or Measure.Increment && (GoesOn(claim, found) || NamesItAgain(claim, found));
        if (goesOnPlanned && TimeFinder.ComparesWithYearBefore(context.Sentence.Tokens, clause, claim.Token))
            (status, statusReason) = (Status.Target, StatusReason.WordsOfSentence);
        // 施工的项目86个,其中当年建成投产34个: a part of what is planned; 总产值预计达到850亿元,其中工业552亿元: or estimated.
        if (isPart && status == Status.Actual && WholeIsAhead() && !ClauseSigns.TellsDone(context, clause, claim.Token))
            (status, statusReason) = (last.Status!.Value, StatusReason.WordsOfSentence);

        var anchor = PeriodDecider.Anchor(facts, setting, status, found, said, context.Says(Role.YearBefore));
        var start = Base(claim, facts, setting, clause, found);
        var mayBePresent = statusReason == StatusReason.PresentState
            || (anchor.Reason == PeriodReason.ReviewedYear && setting.Section == SectionKind.Unknown);
        if (mayBePresent && facts.PresentYear is { } present && IsPresent(claim, facts, setting, own, clause, found, (status, statusReason), anchor))
            anchor = (new Period(present, present), anchor.Reason);
        // 2月15日,全国交易额增长33%, in news of February: that day was one of this year.
        if (facts is { IsNewsOfWinter: true, Year: { } ofDay } && anchor.Reason == PeriodReason.ReviewedYear && status == Status.Actual
            && ClauseSigns.SaysDay(context, facts))
        {
            anchor = (new Period(ofDay, ofDay), PeriodReason.TimeInSentence);
        }
        // 1983年…。现有各类机构340个: no one knows of when, but not of that year.
        if (facts.Year is null && found.Time < 0 && anchor.Reason == PeriodReason.TimeOfParagraph
            && context.Text[context.Sentence.Start..claim.Start].IndexOf("现有") >= 0)
        {
            anchor = (null, PeriodReason.UnknownSpeech);
        }
        if (statusReason == StatusReason.OnceDone) anchor = (null, PeriodReason.NoYears);
        if (status == Status.Target && !own.Strives && found is { Time: < 0, IsVague: false }
            && setting.Section is not (SectionKind.Goals or SectionKind.Measures) && OfOutcome(claim, facts, own, statusReason) is { } outcome)
        {
            anchor = (outcome, PeriodReason.YearOfOutcome);
        }
        // 其中…,未完成增长4%的计划: a goal that is named stays one.
        if (continued.Status is { } goesOn && found is { Time: < 0, Part: null, IsVague: false }
            && statusReason is not (StatusReason.CalledGoal or StatusReason.CalledPlanned))
        {
            (anchor, status, statusReason) = ((continued.Period, PeriodReason.SentenceBefore), goesOn, StatusReason.SentenceBefore);
            start ??= continued.Base;
        }

        // 超额完成“十二五”下降16%的目标: a plan that is only named gives the years of its own goal.
        if (statusReason == StatusReason.CalledGoal && ClauseSigns.PlanNamed(context, clause, claim.Token) is { } ofGoal)
            anchor = (ofGoal, PeriodReason.TimeInSentence);
        var dated = PeriodDecider.Decide(context, claim, facts, setting, anchor, found, start, clause, status);
        var (period, periodReason) = (dated.Period, dated.Reason);
        // 五年来预计征收税费155万亿元。其中,税收收入将超过85万亿元: a part of a sum is of all its years.
        if (continued is { Status: Status.Estimate, Measure: Measure.Level, Told: { } whole } && current == 0 && claim.Measure == Measure.Level
            && anchor.Period == continued.Period && !claim.IsOld && start is null)
        {
            period = whole;
        }
        // 企业发展到62家,其中过10亿元5家: a part is of the years of its whole.
        if (isPart && !claim.IsOld && latestMeasure == claim.Measure && !found.InClause && start is null) period = latestPeriod;
        // 淘汰炼铁产能369万吨、水泥610万吨: members of one list.
        else if (latestPeriod is { } listed && period is { } single && single.EndYear == listed.EndYear && single != listed && !found.InClause
            && latestMeasure == claim.Measure && !claim.IsOld && start is null && JoinsLast(claim))
        {
            period = latestPeriod;
        }

        if (context.Says(Role.Respectively)) period = years.InTurn(claim.Token, facts, setting, found, period);
        if (!found.InClause && amount.Period is { } measured && MeasuresAmount(claim)) period = measured;
        if (claim.Measure == Measure.Level && !claim.IsOld && !found.IsOwn && !IsOfBase(found))
            (amountBefore, amount.Claim, amount.Period) = (amount, current, period);
        if (claim.IsOld || (found.IsOwn && period is { } past && past.EndYear < facts.Year)) status = Status.Actual;
        // 在上年增长12%的基础上: the year before the one that is reported, too.
        if (found.Time >= 0 && IsYearBefore(found) && (found.IsOwn || BuiltUpon.IsOne(context, claim.Token)))
            period = BeforeAnchor(facts, setting, own.Target && !own.Past ? Status.Target : status) ?? period;
        // 每千人拥有床位4.5张, in a plan's outline: what lies ahead cannot have been reached; but 提前实现了到2000年翻两番的目标.
        var isAhead = period is { } coming && coming.EndYear > facts.Year
            && (coming.StartYear > facts.Year || (coming.StartYear == facts.Year && coming == facts.Plan));
        if (isAhead && status == Status.Actual && !claim.IsOld && !own.Past && !Bounds.IsCalledGoal(context, claim.Token))
            (status, statusReason) = (Status.Target, StatusReason.ComingYear);
        // 收入预计达到2.4亿元,完成任务2.2亿元的110%: what was planned stands between.
        var isBetween = statusReason == StatusReason.CalledPlanned && latestStatus == Status.Estimate;
        (latestMeasure, latestPeriod, latestStatus) = (claim.Measure, period, isBetween ? latestStatus : status);
        // 增长10.5%,超过计划增长4%的要求。其中轻工业…: a goal that is only compared with is not what is told of.
        var isComparedWith = statusReason is StatusReason.CalledGoal or StatusReason.CalledPlanned && last.Status is not null;
        if (claim.IsOld) period = Remember(found, period);
        else if (!found.IsOwn && !isComparedWith && !IsAside(claim, found))
            last = new Line { Period = anchor.Period, Base = start, Status = status, Told = period, Measure = claim.Measure };

        Modality? modality = status == Status.Target ? FirmnessReader.Read(context, claim, own, before) : null;
        var (scope, place, region) = ScopeReader.Read(context, claim, facts);
        if (scope == Scope.Other && status == Status.Target && !own.Strives && found.Time >= 0 && IsOldPlan(claim, found))
            (status, period, modality) = (Status.Actual, null, null);
        // 全国贷款增长13%,增速提高2个百分点: both are the nation's.
        if (owner.Claim >= 0 && claim.Place < 0 && claim.Measure != Measure.Gap && claim.Source == SubjectSource.CarriedOver
            && context.Claims[owner.Claim].Subject == claim.Subject)
            (scope, place, region) = (owner.Scope, owner.Place, owner.Region);
        // 高于全省(7.1%)4.1个百分点: what stands in the bracket is the province's, what follows is not.
        if (scope == Scope.Own || (claim.Token > 0 && context.Sentence.Tokens[claim.Token - 1].IsMark('('))) owner.Claim = -1;
        else owner = (current, scope, place, region);
        (resolved.Status, resolved.StatusReason, resolved.Period, resolved.PeriodReason) = (status, statusReason, period, periodReason);
        (resolved.Modality, resolved.Scope, resolved.Place, resolved.RegionCode) = (modality, scope, place, region);
    }

    /// <summary>Passes a sentence without claims, or begins a speech: there is nothing that 其中 could go on with.</summary>
    public void Pass() => last = default;

    /// <summary>Starts a sentence; <paramref name="leads"/> tells whether a paragraph begins with it.</summary>
    public void Begin(bool leads)
    {
        words.Begin();
        times.Begin();
        current = -1;
        // 其中: what follows is a part of what the sentence before told of, at the same time.
        continued = !leads && context.Sentence.Tokens is [var first, ..] && first.Is(Role.OfWhich) ? last : default;
        last = default;
        (latestMeasure, latestStatus) = (null, null);
        old = default;
        amount = default;
        amountBefore = default;
        (firstOld, firstNew) = (null, -1);
        olds.Clear();
        owner.Claim = -1;
    }

    // Gives the time that governs the number the part of the year that holds for it.
    private void Refine(ref FoundTime found, in Claim claim, in Setting setting)
    {
        // 前三季度,生产总值增长5%。分产业看,第一产业增长3%: the sentences behind it in the paragraph tell of the same months.
        if (setting.Part is not null && found is { Time: < 0, Part: null } && context.Sentence.TimeTokens.Count == 0
            && (setting is not { IsMoment: true, Months: not null } || Extent.IsStock(context, claim)))
        {
            // 6月份…上涨0.1%;上半年…上涨0.9%。其中,…: of what the sentence told last.
            found = found with { Part = continued.Told is { } whole ? whole.Part : setting.Part };
        }
        // 截至9月末,收入累计完成119亿元: since January.
        if (found.Part is ['M', _, _] and not "M01" && claim.Measure is Measure.Level or Measure.Growth
            && context.Text[context.Sentence.Start..claim.Start].IndexOf("累计") >= 0)
        {
            found = found with { Part = "M01-" + found.Part };
        }
        if (firstOld is not null && !claim.IsOld) found = AsPaired(claim, found);
    }

    // 增长8%,两年平均增长5%。其中…: an average of years that only its own clause says, beside what is told of the year.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsAside(in Claim claim, in FoundTime found) =>
        claim.Measure == Measure.AverageGrowth && last.Status is not null && found.Time >= 0
        && context.Sentence.Times[found.Time].Use == TimeUse.GovernsClause;

    // Whether the claim tells on of the subject of the claim before, at no time of its own.
    private bool GoesOn(in Claim claim, in FoundTime found) =>
        claim.Source == SubjectSource.CarriedOver && !found.InClause && current > 0 && context.Claims[current - 1].Subject == claim.Subject;

    // 国防费支出为61亿元,比上年国防费决算数减少5.5%.
    private bool NamesItAgain(in Claim claim, in FoundTime found) =>
        !found.InClause && current > 0 && claim.Subject.Term is { } term
        && ReferenceEquals(context.Claims[current - 1].Subject.Term?.Indicator, term.Indicator);

    // Whether the sentence has told of something planned or estimated that 其中 takes a part of.
    private bool WholeIsAhead() => latestMeasure is not null && last.Status is Status.Target or Status.Estimate;

    // Whether a ratio is of the years of the amount before it.
    private bool MeasuresAmount(in Claim claim)
    {
        if (claim.IsOld || claim.Measure is not (Measure.Multiple or Measure.Share or Measure.Gap) || !IsOf(amount, claim)) return false;
        // 累计投资612亿元,是前五年的3.8倍.
        if (claim.Measure == Measure.Multiple) return true;
        // 灌溉面积达到62万亩,占耕地的85%.
        return amount.Claim == current - 1 && claim.Unit is "pp" or "%" && !context.Says(Role.Respectively);
    }

    // Whether the number tells how things stand now, whatever years the paragraph tells of.
    private bool IsPresent(in Claim claim, SpeechFacts facts, in Setting setting, in StatusReader own, int clause, in FoundTime found,
        Verdict told, Dated anchor)
    {
        var isDefault = anchor.Reason == PeriodReason.ReviewedYear;
        // 我们这样一个八亿人口的国家.
        if (told.Reason == StatusReason.PresentState && (isDefault || (found.Time < 0 && PresentThings.IsWholePeople(context, claim)))) return true;
        // 文盲占人口的70%, in June, where nothing tells of the year before.
        if (told.Status != Status.Actual || !isDefault || claim.IsOld || own.Past || setting.Section != SectionKind.Unknown) return false;
        if (!(facts.Month >= MidYear && facts.ReviewYear < facts.PresentYear)) return false;
        var toldOfYear = last.Status == Status.Actual && latestMeasure is not null && latestPeriod == anchor.Period;
        return !toldOfYear && CanBeState(claim) && !ClauseSigns.TellsDeed(context, clause, claim.Token);
    }

    private static bool CanBeState(in Claim claim) =>
        claim.Measure == Measure.Share || (claim is { Measure: Measure.Level, IsState: false, Unit: not "item" } && !Extent.IsFlow(claim));

    // The year that is reported, where a goal of it is named.
    private Period? OfOutcome(in Claim claim, SpeechFacts facts, in StatusReader own, StatusReason statusReason)
    {
        // 增长5.9%,高于5%的预期目标.
        var isNamed = statusReason is StatusReason.CalledGoal or StatusReason.CalledPlanned;
        if (isNamed && last is { Status: not null and not Status.Target, Period: { } reported }) return reported;
        // 税收收入完成年初预算20亿元的105%.
        if (statusReason == StatusReason.CalledPlanned && facts.ReviewYear is { } met && PlanTotals.IsOne(context, claim.Token))
            return new Period(met, met);
        // 预期目标为7%,实际增长8.6%.
        return (own.Target || own.Plan) && facts.ReviewYear is { } reviewed
            && ClauseSigns.Contrasts(context, ClauseSigns.NextClause(context.Sentence.Tokens, claim.Token))
            ? new Period(reviewed, reviewed)
            : null;
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

        var isPaired = firstNew >= 0 && found is { InClause: false, IsVague: false, Part: null } && found.Time < firstNew && IsOf(old, claim);
        return isPaired ? found with { Time = firstNew } : found;
    }

    private bool IsOfBase(in FoundTime found) => found.Time >= 0 && context.Sentence.Times[found.Time].Use == TimeUse.Base;

    // 苏联的第一个五年计划: another's plan, long over.
    private bool IsOldPlan(in Claim claim, in FoundTime found) =>
        context.Sentence.Tokens[context.Sentence.TimeTokens[found.Time]].Entry is not null
        && context.Sentence.Times[found.Time] is { Kind: TimeKind.Absolute } plan && plan.From < plan.To
        && ScopeReader.Abroad(context, claim) >= 0;

    private bool IsOf(in Told told, in Claim claim) => context.Claims[told.Claim].Subject == claim.Subject;

    private bool IsOfOld(in Claim claim)
    {
        foreach (var one in olds)
            if (context.Claims[one].Subject == claim.Subject) return true;
        return false;
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
        if (!claim.IsOld && old.Period is not null)
        {
            // 涨幅由1994年的21.7%回落到去年的0.8%: each pace is of its own year.
            var arePaces = claim.Measure == Measure.Growth && context.Claims[old.Claim].Measure == Measure.Growth;
            if (arePaces && found.InClause && old.Claim == current - 1) return null;
            if (IsOf(old, claim) || (firstOld == old.Period && IsOfOld(claim))) return old.Period;
        }

        return claim is { Measure: Measure.Growth or Measure.AverageGrowth or Measure.Increment, Source: SubjectSource.CarriedOver }
            && !found.InClause
            ? BetweenAmounts(claim) ?? AroundIt(setting, clause, claim, found)
            : AroundIt(setting, clause, claim, found);
    }

    // 一九八二年同一九七八年相比,…。粮食产量由3亿吨增加到3.5亿吨; but what is compared with the year before, or has a time, is not compared so.
    private Period? AroundIt(in Setting setting, int clause, in Claim claim, in FoundTime found) =>
        setting is { Base: not null, IsListed: false }
            && (found.Time >= 0 || TimeFinder.ComparesWithYearBefore(context.Sentence.Tokens, clause, claim.Token)) ? null : setting.Base;

    // Whether nothing but 、 stands between the number before, of the same unit, and the name of this one.
    private bool JoinsLast(in Claim claim)
    {
        if (current == 0) return false;
        ref readonly var last = ref context.Claims.Span[current - 1];
        return last.Unit == claim.Unit && claim.Subject.Start == last.End + 1 && context.Text[last.End] == '、';
    }

    // 1952年有19万人,1957年已经有44万人,增加一倍多: from the one to the other.
    private Period? BetweenAmounts(in Claim claim)
    {
        if (amount.Period is not { } end || amountBefore.Period is not { } begin || !IsOf(amount, claim) || !IsOf(amountBefore, claim)) return null;
        var areFarYears = begin.StartYear == begin.EndYear && end.StartYear == end.EndYear && begin.EndYear < end.StartYear - 1;
        return areFarYears ? begin : null;
    }
}
