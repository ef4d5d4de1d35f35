using IndicatorPipeline.Extraction.Lexicons;

namespace IndicatorPipeline.Extraction.Resolution;

/// <summary>Of a number whose years tell nothing: what the section does, then what is said around it, the nearest first.</summary>
internal readonly ref partial struct StatusDecider
{
    // Up to this month hardly anything of a year is done.
    private const int LastOfBeginning = 3;

    private Verdict ByWords()
    {
        // 从全年走势看,生产总值有望突破850亿元, in July's review of the first half.
        if (setting.Section == SectionKind.Review)
            return own.Hopes && !facts.EarlyInYear ? (Status.Target, StatusReason.WordsOfClause) : (ReachedOrEstimated, StatusReason.Section);
        // “十五”时期,…。生产总值年均增长9.5%: a plan looks back on the one before.
        if (setting is { Section: SectionKind.Goals, Period: { } gone } && gone.EndYear > gone.StartYear + 1 && gone.EndYear < facts.Year
            && found.Time < 0 && !own.Target && !own.Plan && !before.Target && !before.Plan)
        {
            return (Status.Actual, StatusReason.SentencesBefore);
        }

        if (StandsAmongPlans)
            return own.Done && !own.Target ? (Status.Actual, StatusReason.WordsOfClause) : (Status.Target, StatusReason.Section);
        // 去年增长7%。…,失业率控制在4%以内: kept so, where the paragraph looks back and nothing is aimed at.
        if (own.Target && !own.Aims && !before.Aims && setting.LooksBack(facts)) return (Status.Actual, StatusReason.SentencesBefore);
        if (own.Target && !own.Done) return (Status.Target, StatusReason.WordsOfClause);
        if (own.Done) return (Status.Actual, StatusReason.WordsOfClause);
        // 这里将建成电站,预计年发电2100万度: what is expected of the future.
        if (own.Estimate && before.Strives && !before.Past) return (Status.Target, StatusReason.WordsOfSentence);
        if ((own.Estimate || before.Forecasts) && IsYearBegun()) return (Status.Target, StatusReason.WordsOfSentence);
        if (own.Estimate || (before.Forecasts && !before.Target)) return (Status.Estimate, StatusReason.WordsOfSentence);
        if (before.Target && !before.Done) return (Status.Target, StatusReason.WordsOfSentence);
        if (own.Plan && !own.Actual && !IsAllotted(own)) return (Status.Target, StatusReason.WordsOfClause);
        // 1956年的计划产量如下:粮食3989亿斤,比上年增产8.4%: in a plan's list 比上年 only compares.
        if (setting.IsListed && setting.Status == Status.Target && !before.Done) return (Status.Target, StatusReason.SentencesBefore);
        if (before.Done || own.Actual) return (Status.Actual, StatusReason.WordsOfSentence);
        if (before.PlansOn && !IsAllotted(before) && !Completes()) return (Status.Target, StatusReason.WordsOfSentence);
        if (setting.Status is { } carried) return (carried, StatusReason.SentencesBefore);
        if (IsOfYearAhead()) return (Status.Target, StatusReason.SentencesBefore);
        return facts.Plan is not null || facts.IsProgramme ? (Status.Target, StatusReason.PlanOfSpeech) : (Status.Actual, StatusReason.Nothing);
    }

    // 全年投资1.2亿元,安排项目76项, where the paragraph looks back.
    private bool IsAllotted(in StatusReader words) => words.Allots && setting.LooksBack(facts);

    // 展望1998年,…升幅预测为5%, said in its first months: the year has only begun.
    private bool IsYearBegun() => facts.EarlyInYear && setting.Period is { } ahead && ahead.EndYear >= facts.Year;

    // 计划投资50亿元,完成投资45亿元.
    private bool Completes()
    {
        var tokens = context.Sentence.Tokens;
        for (var i = context.Sentence.ClauseStart(claim.Token); i < claim.Token; i++)
            if (tokens[i].Is(Role.Link | Role.Actual | Role.Indicator) && context.Text[tokens[i].Start..].StartsWith("完成", StringComparison.Ordinal))
                return true;
        return false;
    }

    // 1960年国民经济计划,…。基本建设投资为325亿元, in March: of a year that has only begun nothing else can be said.
    private bool IsOfYearAhead() =>
        facts is { EarlyInYear: true, Month: <= LastOfBeginning }
        && setting is { Section: SectionKind.Unknown, Part: null, Period: { IsPart: false } running } && running.StartYear == facts.Year
        && claim.Subject.Term is not { Indicator.Code: "projects.investment" };
}
