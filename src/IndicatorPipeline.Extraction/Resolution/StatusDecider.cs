using IndicatorPipeline.Extraction.Binding;
using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Tokens;
using IndicatorPipeline.Extraction.Tables;
using IndicatorPipeline.Extraction.Text;

namespace IndicatorPipeline.Extraction.Resolution;

/// <summary>Decides between promised and reached: by the time where one is said, else by the section, the clause, the sentence, the sentences
/// before.</summary>
internal static class StatusDecider
{
    private static readonly PhraseSearch Attained = new(["实现了", "完成了", "达到了", "达成了"]);

    // Up to this month hardly anything of a year is done.
    private const int LastOfBeginning = 3;

    /// <summary>The status and what decided it.</summary>
    public static (Status Status, StatusReason Reason) Decide(
        BindingContext context, in Claim claim, SpeechFacts facts, in Setting setting, in StatusReader own, in StatusReader before,
        in FoundTime found, Period? said)
    {
        // 年初确定的120个项目: what was planned is what is done with them.
        if (claim.IsPlanned && !(claim.Source == SubjectSource.Behind && claim.Unit == "item")) return (Status.Target, StatusReason.CalledPlanned);
        // 低于年初目标1.8个百分点: the goal is only compared with.
        if (claim.Measure == Measure.Gap && (own.Target || own.Plan) && !own.Strives)
        {
            var (compared, earlier) = (own, before);
            compared.Target = compared.Plan = false;
            earlier.Target &= earlier.Strives;
            return Decide(context, claim, facts, setting, compared, earlier, found, said);
        }

        if (!own.Target && claim.Source == SubjectSource.Behind && IsComposition(claim, setting)
            && !(before.Target && said is { } ahead && ahead.EndYear > facts.Year))
        {
            return (Status.Actual, StatusReason.PresentState);
        }
        // 要充分发挥八亿农民的积极性: the people are there already.
        if (found.Time < 0 && claim.Token > 0 && claim.Source == SubjectSource.Behind && IsWholePeople(context, claim)
            && !context.Sentence.Tokens[claim.Token - 1].Is(Role.Link | Role.ChangeTo | Role.Add | Role.BoundBefore | Role.Change))
        {
            return (Status.Actual, StatusReason.PresentState);
        }
        var isNow = found.Time >= 0 && context.Sentence.Times[found.Time].Part == "now";
        // 提前五年实现了翻两番的目标: what was a goal is reached.
        if (Bounds.IsCalledGoal(context, claim.Token))
        {
            return Attained.IsIn(ClauseBefore(context, claim)) ? (Status.Actual, StatusReason.WordsOfClause)
                : (Status.Target, StatusReason.CalledGoal);
        }
        // 将现行16%的税率降至13%: what holds until then.
        if (IsCurrent(context, claim.Token)) return (Status.Actual, StatusReason.PresentState);
        if (!own.Target && ((before.Target || before.Plan) && Contrasts(context, context.Sentence.ClauseStart(claim.Token))
            || (claim.Measure == Measure.Level && !own.Plan && IsThere(context, claim))))
        {
            return (Status.Actual, StatusReason.PresentState);
        }
        // 建成后,每年可供电60亿度: what can be once the work is done, no one says when.
        if (said is null && (own.Afterwards || before.Afterwards) && !own.Done && SaysCan(context, claim.Token))
            return (Status.Target, StatusReason.OnceDone);
        if (isNow && !own.Target && (found.InClause || !before.Target))
            return (own.Estimate && own.Modality is null ? Status.Estimate : Status.Actual, StatusReason.PresentState);
        // In a speech late in the year 预计 tells how the year will end.
        if (!facts.EarlyInYear && own.Modality is null && !own.Plan
            && ((said is not { } running || running.EndYear == facts.Year) && Forecasts(setting, own, before)
            || (own is { Future: true, Past: false } && said is { } ending && ending.EndYear == facts.Year && ending.StartYear == ending.EndYear
            && facts.IsLate && !context.Sentence.Times[found.Time].IsDeadline)))
        {
            return (Status.Estimate, StatusReason.WordsOfSentence);
        }
        if (said is { } period && !isNow && facts.Year is { } year) return ByYears(context, claim, facts, setting, own, before, found, period, year);
        if (found.Time >= 0 && said is null && !isNow && ByDirection(context, setting, own, before, found) is { } status)
            return (status, StatusReason.PastOrFuture);
        if (found.Part is { } part && !own.Target && PeriodDecider.PastMonths(part, facts)) return (Status.Actual, StatusReason.PastPartOfYear);
        return ByWords(context, claim, facts, setting, own, before);
    }

    private static ReadOnlySpan<char> ClauseBefore(BindingContext context, in Claim claim) =>
        context.Text[context.Sentence.Tokens[context.Sentence.ClauseStart(claim.Token)].Start..claim.Start];

    /// <summary>Whether a clause tells what became of a plan: 计划增长5%,实际下降1.2%.</summary>
    public static bool Contrasts(BindingContext context, int clause)
    {
        const Role Verbs = Role.Change | Role.ChangeTo | Role.Link | Role.BoundBefore;
        var tokens = context.Sentence.Tokens;
        // 计划增长16%,扣除价格因素,实际增长10%: the same plan in real terms.
        if (clause > 1 && clause < tokens.Count && context.Text[..tokens[clause - 1].Start].EndsWith("因素")) return false;
        return clause + 1 < tokens.Count && context.Text[tokens[clause].Start..].StartsWith("实际", StringComparison.Ordinal)
            && (tokens[clause].Is(Verbs) || (tokens[clause].Length == 2 && tokens[clause + 1].Is(Verbs)));
    }

    private static bool IsCurrent(BindingContext context, int number)
    {
        var behind = Bounds.End(context.Sentence.Tokens, number);
        return number > 0 && behind < context.Sentence.Tokens.Count && context.Sentence.Tokens[behind].Is(Role.Of)
            && context.Text[..context.Sentence.Tokens[number].Start] is [.., '现', '行'] or [.., '现', '行', '的'] or [.., '原', '来', '的'];
    }

    // 14亿中国人, 全区有280万农牧民, 全市有11家企业, 今年高校毕业生874万人: people and things that are there, in any section.
    private static bool IsThere(BindingContext context, in Claim claim)
    {
        if (claim.Unit is not ("person" or "household" or "item")) return false;
        var tokens = context.Sentence.Tokens;
        if (claim.Source != SubjectSource.Behind)
        {
            if (!context.Text[claim.Subject.Start..claim.Subject.End].EndsWith("毕业生", StringComparison.Ordinal) || claim.Unit != "person")
                return false;
            var first = context.Sentence.ClauseStart(claim.Token);
            while (first < claim.Token && (tokens[first].Kind == TokenKind.Time || tokens[first].Is(Role.Place))) first++;
            return tokens[first].Start >= claim.Subject.Start;
        }

        if (claim.Unit == "person" && claim.Low >= ManyPeople) return true;
        var at = claim.Token - 1;
        return at > 0 && context.TextOf(at) is "有" && tokens[at - 1].Is(Role.Place);
    }

    private static (Status, StatusReason) ByYears(
        BindingContext context, in Claim claim, SpeechFacts facts, in Setting setting, in StatusReader own, in StatusReader before,
        in FoundTime found, Period period, int year)
    {
        if (period.EndYear < year)
        {
            // 去年我曾提出,要把涨幅控制在10%以内: a goal that is quoted.
            if (own.Target && Proposes(context, claim.Token)) return (Status.Target, StatusReason.WordsOfClause);
            return (EstimateOr(Status.Actual, own, before), StatusReason.PastYear);
        }

        if (period.StartYear > year) return (Status.Target, StatusReason.ComingYear);
        if (period.EndYear > year && (context.Sentence.Times[found.Time].IsDeadline || setting.Section != SectionKind.Review))
            return own.Past ? (Status.Actual, StatusReason.WordsOfClause) : (Status.Target, StatusReason.ComingYear);
        if (own.Target || (before.Target && !own.Done)) return (Status.Target, StatusReason.WordsOfSentence);
        if (setting.Section == SectionKind.Review && facts.EarlyInYear && period.StartYear == year && !own.Past
            && context.Sentence.Times[found.Time].Kind != TimeKind.Loose && IsAhead(own, before, found, period, year))
        {
            return (Status.Target, StatusReason.ComingYear);
        }
        // 五年来…共达328亿元: looks back, whatever the sentences before planned.
        if (period.StartYear < year - 1 && !own.Plan && setting.Section == SectionKind.Unknown
            && context.Sentence.Times[found.Time] is { Kind: TimeKind.Run, From: < 0 })
        {
            return (EstimateOr(Status.Actual, own, before), StatusReason.PastYear);
        }
        // 前两年平均每年增长5.7%, of a plan in its second year.
        if (period.StartYear < year && !own.Plan && !own.Target && context.Sentence.Times[found.Time] is { Kind: TimeKind.Run, Part: "prior" })
            return (EstimateOr(Status.Actual, own, before), StatusReason.PastYear);
        // “十二五”期间新建8500公里, said in its last year.
        if (period.StartYear < year - 1 && setting.Section is not (SectionKind.Goals or SectionKind.Measures) && !own.Plan && !before.Plan
            && setting.Status != Status.Target)
        {
            return (EstimateOr(Status.Actual, own, before), StatusReason.PastYear);
        }
        // 到2024年底突破6300亿元, said in May.
        if (!facts.EarlyInYear && !own.Past
            && context.Sentence.Times[found.Time] is { IsDeadline: true, Kind: TimeKind.Absolute or TimeKind.Relative } end && found.Part is null
            && context.Text[end.End - 1] is '底' or '末')
        {
            return (Status.Target, StatusReason.WordsOfClause);
        }
        if (IsOver(context, facts, found)) return (Status.Actual, StatusReason.PastPartOfYear);
        // 截至1月31日,今年票房已达100亿元,观影人次超2亿.
        if (facts.EarlyInYear && setting.Section == SectionKind.Unknown && before.Present && !before.Plan && !own.Plan)
            return (Status.Actual, StatusReason.WordsOfSentence);
        // 今年接待游客150万人次,同比增长12%: no goal is stated so, outside the sections that state them.
        if (setting.Section == SectionKind.Unknown && !own.Plan && !before.Plan && !own.Estimate && !before.Estimate
            && context.Text[context.Sentence.Start..context.Sentence.End].IndexOf("同比") >= 0)
        {
            return (Status.Actual, StatusReason.WordsOfSentence);
        }
        if (own.Past || (own.Present && !(facts.EarlyInYear && found.InClause)) || (own.Actual && found.Part is not null))
            return (Status.Actual, StatusReason.WordsOfClause);
        if (found.Part is { } months && period.EndYear == year && !own.Plan && PeriodDecider.PastMonths(months, facts))
            return (Status.Actual, StatusReason.PastPartOfYear);
        if (found.Part is not null && setting.Section is not (SectionKind.Goals or SectionKind.Measures))
            return (Status.Actual, StatusReason.PastPartOfYear);
        if (!facts.EarlyInYear) return ByWords(context, claim, facts, setting, own, before);
        return setting.Section == SectionKind.Review ? (EstimateOr(Status.Actual, own, before), StatusReason.Section)
            : (Status.Target, StatusReason.YearOfSpeech);
    }

    // “十三五”时期年均增长6.5%, 今年拟安排赤字2950亿元: no review of the year before tells of them, whatever heading they stand under.
    private static bool IsAhead(in StatusReader own, in StatusReader before, in FoundTime found, Period period, int year) =>
        period.EndYear > year ? found.InClause : found.Part is null && (own.Plan || (before.PlansOn && !found.InClause));

    private static bool SaysCan(BindingContext context, int number)
    {
        for (var i = number - 1; i >= 0 && context.Sentence.Tokens[i].Kind != TokenKind.Time; i--)
            if (context.Sentence.Tokens[i].Kind == TokenKind.Text && context.TextOf(i) is "可" or "能" or "可以" or "能够") return true;
        return false;
    }

    // 今年以来, 截至今年1月末, 今年春节假期: over when the speech is held.
    private static bool IsOver(BindingContext context, SpeechFacts facts, in FoundTime found)
    {
        const int Furthest = 6;
        ref readonly var time = ref context.Sentence.Times[found.Time];
        if (context.Text[..time.End].EndsWith("以来")) return true;
        var behind = context.Text[time.End..Math.Min(context.Sentence.End, time.End + Furthest)];
        foreach (var holiday in (ReadOnlySpan<string>)["春节", "元旦", "除夕", "春运", "寒假"])
            if (behind.StartsWith(holiday, StringComparison.Ordinal)) return facts.Month >= 2;
        // The month that follows the year: 今年1月末.
        return found.Time + 1 < context.Sentence.Times.Count
            && context.Sentence.Times[found.Time + 1] is { Kind: TimeKind.PartOnly, Part: { } part } month && month.Start == time.End
            && PeriodDecider.PastMonths(part, facts);
    }

    // 将达 behind a sentence with 预计 estimates too.
    private static bool Forecasts(in Setting setting, in StatusReader own, in StatusReader before) =>
        own.Estimate || before.Forecasts || (setting.Forecasts && own.Target && !before.Target);

    // No group of people that a goal speaks of is as large as a nation's.
    private const decimal ManyPeople = 100_000_000;

    /// <summary>Whether the number is that of a nation's people: 六亿人民, 14亿多中国人, 八亿农民.</summary>
    public static bool IsWholePeople(BindingContext context, in Claim claim)
    {
        if (claim is not { Measure: Measure.Level, Source: SubjectSource.Behind, Unit: "person", Low: >= ManyPeople }) return false;
        var behind = context.Text[claim.Subject.Start..];
        return behind.StartsWith("人口") || behind.StartsWith("人民") || behind.StartsWith("农民") || behind.StartsWith("中国人") || behind.StartsWith("各族");
    }

    // The year of the speech is unknown, but 今年 and 去年 still tell past from future.
    private static Status? ByDirection(BindingContext context, in Setting setting, in StatusReader own, in StatusReader before, in FoundTime found)
    {
        ref readonly var time = ref context.Sentence.Times[found.Time];
        if (time.Kind is not (TimeKind.Relative or TimeKind.Run)) return null;
        if (time.To < 0) return own.Target ? Status.Target : EstimateOr(Status.Actual, own, before);
        if (time.From > 0 || time.To > 0) return Status.Target;
        if (found.Part is not null) return own.Target ? Status.Target : Status.Actual;
        if (own.Done) return Status.Actual;
        if (own.Estimate || before.Forecasts) return Status.Estimate;
        if (own.Target || before.Target || own.Plan || found.InClause) return setting.Section == SectionKind.Review ? Status.Actual : Status.Target;
        return null;
    }

    private static (Status, StatusReason) ByWords(BindingContext context, in Claim claim, SpeechFacts facts, in Setting setting, in StatusReader own,
        in StatusReader before)
    {
        switch (setting.Section)
        {
            case SectionKind.Review:
                return (EstimateOr(Status.Actual, own, before), StatusReason.Section);
            case SectionKind.Goals or SectionKind.Measures:
                return own.Done && !own.Target ? (Status.Actual, StatusReason.WordsOfClause) : (Status.Target, StatusReason.Section);
        }

        // 去年增长7%。…,失业率控制在4%以内: kept so, where the paragraph looks back and nothing is aimed at.
        if (own.Target && !own.Aims && !before.Aims && setting.LooksBack(facts)) return (Status.Actual, StatusReason.SentencesBefore);
        if (own.Target && !own.Done) return (Status.Target, StatusReason.WordsOfClause);
        if (own.Done) return (Status.Actual, StatusReason.WordsOfClause);
        // 这里将建成电站,预计年发电2100万度: what is expected of the future.
        if (own.Estimate && before.Strives && !before.Past) return (Status.Target, StatusReason.WordsOfSentence);
        // 展望1998年,…升幅预测为5%, said in its first months: the year has only begun.
        if ((own.Estimate || before.Forecasts) && facts.EarlyInYear && !own.Done && setting.Period is { } ahead && ahead.EndYear >= facts.Year)
            return (Status.Target, StatusReason.WordsOfSentence);
        if (own.Estimate || (before.Forecasts && !before.Target)) return (Status.Estimate, StatusReason.WordsOfSentence);
        if (before.Target && !before.Done) return (Status.Target, StatusReason.WordsOfSentence);
        if (own.Plan && !own.Actual) return (Status.Target, StatusReason.WordsOfClause);
        // 1956年的计划产量如下:粮食3989亿斤,比上年增产8.4%: in a plan's list 比上年 only compares.
        if (setting.IsListed && setting.Status == Status.Target && !own.Done && !before.Done) return (Status.Target, StatusReason.SentencesBefore);
        if (before.Done || own.Actual) return (Status.Actual, StatusReason.WordsOfSentence);
        if (own.Plan) return (Status.Target, StatusReason.WordsOfClause);
        if (before.PlansOn && !Completes(context, claim.Token)) return (Status.Target, StatusReason.WordsOfSentence);
        if (setting.Status is { } carried) return (carried, StatusReason.SentencesBefore);
        // 1960年国民经济计划,…。基本建设投资为325亿元, in March: of a year that has only begun nothing else can be said.
        if (facts is { EarlyInYear: true, Month: <= LastOfBeginning }
            && setting is { Section: SectionKind.Unknown, Part: null, Period: { IsPart: false } running } && running.StartYear == facts.Year
            && claim.Subject.Term is not { Indicator.Code: "projects.investment" })
        {
            return (Status.Target, StatusReason.SentencesBefore);
        }
        return facts.Plan is not null || facts.IsProgramme ? (Status.Target, StatusReason.PlanOfSpeech) : (Status.Actual, StatusReason.Nothing);
    }

    private static bool Proposes(BindingContext context, int number)
    {
        for (var i = 0; i < context.Sentence.ClauseStart(number); i++)
            if (context.TextOf(i).EndsWith("提出", StringComparison.Ordinal)) return true;
        return false;
    }

    // 计划投资50亿元,完成投资45亿元.
    private static bool Completes(BindingContext context, int number)
    {
        var tokens = context.Sentence.Tokens;
        for (var i = context.Sentence.ClauseStart(number); i < number; i++)
            if (tokens[i].Is(Role.Link | Role.Actual) && context.Text[tokens[i].Start..].StartsWith("完成", StringComparison.Ordinal)) return true;
        return false;
    }

    // 三分之二的村…, 13亿人口的国家: what a thing consists of is said of the present, in any section.
    private static bool IsComposition(in Claim claim, in Setting setting) =>
        claim.Bound == Bound.Exact && setting.Section != SectionKind.Goals
        && ((claim.Measure == Measure.Share && claim.Rule == "percentage of a noun")
            || (claim.Measure == Measure.Level && claim.Subject.Term is { IsPopulation: true }));

    private static Status EstimateOr(Status status, in StatusReader own, in StatusReader before) =>
        own.Estimate || (before.Forecasts && !own.Done) ? Status.Estimate : status;
}
