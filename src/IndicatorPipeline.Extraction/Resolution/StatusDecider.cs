using IndicatorPipeline.Extraction.Binding;
using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Tokens;
using IndicatorPipeline.Extraction.Tables;
using IndicatorPipeline.Extraction.Text;

namespace IndicatorPipeline.Extraction.Resolution;

/// <summary>
/// Decides between promised and reached: by the time where one is said, else by the section, the clause, the sentence, the sentences before.
/// </summary>
internal readonly ref partial struct StatusDecider
{
    private static readonly PhraseSearch Attained = new(["实现了", "达到了", "达成了"]);

    private readonly BindingContext context;
    private readonly ref readonly Claim claim;
    private readonly SpeechFacts facts;
    private readonly ref readonly Setting setting;
    private readonly ref readonly StatusReader own;
    private readonly ref readonly StatusReader before;
    private readonly ref readonly FoundTime found;
    private readonly Period? said;

    /// <param name="context">The sentence.</param>
    /// <param name="claim">The number.</param>
    /// <param name="facts">The speech.</param>
    /// <param name="setting">The place in it.</param>
    /// <param name="own">What the words of the number's clause say.</param>
    /// <param name="before">What the words of the sentence before that clause say.</param>
    /// <param name="found">The time that governs the number.</param>
    /// <param name="said">The years of that time, or null.</param>
    public StatusDecider(
        BindingContext context, in Claim claim, SpeechFacts facts, in Setting setting, in StatusReader own, in StatusReader before,
        in FoundTime found, Period? said)
    {
        (this.context, this.facts, this.said) = (context, facts, said);
        this.claim = ref claim;
        this.setting = ref setting;
        this.own = ref own;
        this.before = ref before;
        this.found = ref found;
    }

    /// <summary>The status and what decided it.</summary>
    public Verdict Decide()
    {
        // 年初确定的120个项目 are things that there are: what is told is what became of them.
        if (claim.IsPlanned && claim is not { Source: SubjectSource.Behind, Unit: "item" }) return (Status.Target, StatusReason.CalledPlanned);
        if (claim.Measure == Measure.Gap && (own.Target || own.Plan) && !own.Strives) return OfDistance();
        if (IsOfThingsThere()) return (Status.Actual, StatusReason.PresentState);
        // 提前五年实现了翻两番的目标: what was a goal is reached; but 超额完成了1100万的目标 only quotes it.
        if (Bounds.IsCalledGoal(context, claim.Token))
            return Attained.IsIn(ClauseBefore()) ? (Status.Actual, StatusReason.WordsOfClause) : (Status.Target, StatusReason.CalledGoal);
        if (HoldsByNow()) return (Status.Actual, StatusReason.PresentState);
        // 建成后,每年可供电60亿度: what can be once the work is done, no one says when.
        if (said is null && (own.Afterwards || before.Afterwards) && !own.Done && (SaysCan() || SaysYearly()))
            return (Status.Target, StatusReason.OnceDone);
        if (context.Says(Role.Planned) && !own.Done && ReplacesPlan()) return (Status.Target, StatusReason.WordsOfSentence);
        var isNow = found.Time >= 0 && context.Sentence.Times[found.Time].Part == "now";
        if (isNow && !own.Target && (found.InClause || !before.Target))
        {
            // 目前长势良好,估计亩产可达720斤,总产可达15亿斤.
            var isEstimated = own.Modality is null && (own.Estimate || (!found.InClause && before.Forecasts && !own.Done));
            return (isEstimated ? Status.Estimate : Status.Actual, StatusReason.PresentState);
        }


        if (TellsHowYearEnds()) return (Status.Estimate, StatusReason.WordsOfSentence);
        if (said is { } period && !isNow && facts.Year is { } year) return ByYears(period, year);
        if (found.Time >= 0 && said is null && !isNow && ByDirection() is { } status) return (status, StatusReason.PastOrFuture);
        if (found.Part is { } part && !own.Target && PeriodDecider.PastMonths(part, facts)) return (ReachedOrEstimated, StatusReason.PastPartOfYear);
        return ByWords();
    }

    private Status ReachedOrEstimated => own.Estimate || (before.Forecasts && !own.Done) ? Status.Estimate : Status.Actual;

    private bool StandsAmongPlans => setting.Section is SectionKind.Goals or SectionKind.Measures;

    // 低于年初目标1.8个百分点: the goal is only compared with.
    private Verdict OfDistance()
    {
        var (compared, earlier) = (own, before);
        compared.Target = compared.Plan = false;
        earlier.Target &= earlier.Strives;
        return new StatusDecider(context, claim, facts, setting, compared, earlier, found, said).Decide();
    }

    private bool IsOfThingsThere()
    {
        if (claim.Source != SubjectSource.Behind) return false;
        // 三分之二的村已通公路; but 到2030年,使三分之二的村… lies ahead.
        if (!own.Target && PresentThings.IsComposition(claim, setting))
        {
            var isPromised = before.Target && said is { } ahead && ahead.EndYear > facts.Year;
            if (!isPromised) return true;
        }

        // 要充分发挥八亿农民的积极性: the people are there already; but 增加到14亿人口 tells what becomes of them.
        return found.Time < 0 && claim.Token > 0 && PresentThings.IsWholePeople(context, claim)
            && !context.Sentence.Tokens[claim.Token - 1].Is(Role.Link | Role.ChangeTo | Role.Add | Role.BoundBefore | Role.Change);
    }

    private bool HoldsByNow()
    {
        // 将现行16%的税率降至13%: what holds until then.
        if (PresentThings.IsCurrent(context, claim.Token)) return true;
        if (own.Target) return false;
        // 计划增长5%,实际下降1.2%.
        if ((before.Target || before.Plan) && ClauseSigns.Contrasts(context, context.Sentence.ClauseStart(claim.Token))) return true;
        // 全市有11家企业; but 五年内毕业生共28万人, of a plan, are to come.
        return claim.Measure == Measure.Level && !own.Plan && !own.Estimate && !(said?.EndYear > facts.Year) && PresentThings.IsThere(context, claim);
    }

    private ReadOnlySpan<char> ClauseBefore() =>
        context.Text[context.Sentence.Tokens[context.Sentence.ClauseStart(claim.Token)].Start..claim.Start];

    private bool SaysCan()
    {
        var tokens = context.Sentence.Tokens;
        for (var i = claim.Token - 1; i >= 0 && tokens[i].Kind != TokenKind.Time && !tokens[i].IsMark(';'); i--)
        {
            if (tokens[i].Is(Role.Will) || (tokens[i].Is(Role.Link) && context.Text[tokens[i].Start] == '可')) return true;
            if (tokens[i].Kind != TokenKind.Text) continue;
            var word = context.TextOf(i);
            // 可, 能够, 每年可替代; 可再生 and 认可 are other words.
            if (word is "能" or "能够" || CanIn(word)) return true;
        }

        return false;
    }

    private static bool CanIn(ReadOnlySpan<char> word)
    {
        var at = word.IndexOf('可');
        if (at < 0 || (at > 0 && word[at - 1] is '许' or '认')) return false;
        return at + 1 == word.Length || word[at + 1] is not ('再' or '持' or '比' or '靠' or '行' or '控' or '观');
    }

    // 建成后年均发电量约35亿度, 投产后每年供电8亿度, 预计年减排5万吨.
    private bool SaysYearly()
    {
        var start = context.Sentence.Tokens[context.Sentence.ClauseStart(claim.Token)].Start;
        var before = context.Text[start..claim.Start];
        for (var at = before.IndexOf('年'); at >= 0 && at + 1 < before.Length;)
        {
            var isEveryYear = before[at + 1] is '均' or '平' || at == 0 || before[at - 1] is '每' or '后' or '计';
            if (isEveryYear && before[at + 1] is not ('底' or '末' or '初' or '内' or '间')) return true;
            var next = before[(at + 1)..].IndexOf('年');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return false;
    }

    // 预计全年增长7%, in a speech late in the year: how it will end.
    private bool TellsHowYearEnds()
    {
        if (facts.EarlyInYear || own.Modality is not null || own.Plan) return false;
        if (said is { } other && other.EndYear != facts.Year) return false;
        // 今年工业总产值预计将增长3%,轻工业增长12%: no year that is not over is told of otherwise behind it.
        if (Forecasts() || (before.Estimate && found.Part is null && !own.Done)) return true;
        // 生产总值有望突破850亿元, in December.
        if (facts.IsLate && own.Hopes && found.Part is null) return true;
        // 今年产量将达1200万吨, in November; but 年底前将建成3座 is a promise.
        return facts.IsLate && own is { Future: true, Past: false } && said is { } ending && ending.StartYear == ending.EndYear
            && !context.Sentence.Times[found.Time].IsDeadline;
    }

    // 将达 or 可达 behind a sentence with 预计 estimates too, and so does 同上年相比 at the head of the next one.
    private bool Forecasts() =>
        own.Estimate || (before.Forecasts && !own.Done)
        || (setting.Forecasts && !before.Target && (own.Target || (!own.Done && found.Part is null && (GoesOnComparing() || SaysMay()))));

    private bool GoesOnComparing() =>
        context.Text[context.Sentence.Start..] is ['同' or '与' or '和', '上' or '去', '年', '相', '比', ..] or ['比' or '较', '上' or '去', '年', ..];

    // 财政收入可完成165亿元.
    private bool SaysMay()
    {
        var tokens = context.Sentence.Tokens;
        for (var i = claim.Token - 1; i >= 0 && !Boundaries.IsClauseMark(tokens[i]); i--)
            if (context.Text[tokens[i].Start] == '可' && (tokens[i].Length == 1 || tokens[i].Is(Role.Link))) return true;
        return false;
    }

    // 原定增长6%,现在调整为8%: a plan takes the place of another.
    private bool ReplacesPlan()
    {
        var tokens = context.Sentence.Tokens;
        var verb = claim.Token - 1;
        if (verb < 1 || !tokens[verb].Is(Role.ChangeTo | Role.Link) || context.Text[tokens[verb].Start] is not ('调' or '改' or '压' or '修' or '核'))
            return false;
        for (var i = context.Sentence.ClauseStart(claim.Token) - 1; i >= 0; i--)
            if (tokens[i].Is(Role.Planned) && context.Text[tokens[i].Start] is '原' or '年') return true;
        return false;
    }

    // The year of the speech is unknown, but 今年 and 去年 still tell past from future.
    private Status? ByDirection()
    {
        ref readonly var time = ref context.Sentence.Times[found.Time];
        if (time.Kind is not (TimeKind.Relative or TimeKind.Run)) return null;
        if (time.To < 0) return own.Target ? Status.Target : ReachedOrEstimated;
        if (time.From > 0 || time.To > 0) return Status.Target;
        if (found.Part is not null) return own.Target ? Status.Target : Status.Actual;
        if (own.Done) return Status.Actual;
        if (own.Estimate || before.Forecasts) return Status.Estimate;
        // 今年出口比去年同期增长12%; 今年出口120亿元, told in December: no goal is stated so.
        var tells = !own.Target && !before.Target && !own.Plan && (!facts.EarlyInYear || ReportsYear());
        if (tells && found.InClause) return Status.Actual;
        if (own.Target || before.Target || own.Plan || found.InClause) return setting.Section == SectionKind.Review ? Status.Actual : Status.Target;
        return null;
    }
}
