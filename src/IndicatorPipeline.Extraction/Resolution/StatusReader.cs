using System.Runtime.CompilerServices;
using IndicatorPipeline.Extraction.Binding;
using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Tokens;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Resolution;

/// <summary>What the words of a stretch of a sentence say about promised or reached.</summary>
internal partial struct StatusReader
{
    /// <summary>A goal is named or striven for (目标, 力争, 将).</summary>
    public bool Target;

    /// <summary>A goal is named or striven for, and not only a limit kept to (控制在).</summary>
    public bool Aims;

    /// <summary>A goal is striven for (力争, 将), not only named (目标).</summary>
    public bool Strives;

    /// <summary>将 as such: late in a year it tells how the year will end.</summary>
    public bool Future;

    /// <summary>有望: what may come, said of its own clause alone.</summary>
    public bool Hopes;

    /// <summary>A plan word that also stands in reviews (安排, 计划).</summary>
    public bool Plan;

    /// <summary>A plan word that is a verb, so that what follows in the sentence is planned too (计划新建40所,新增学位5万个); 五年规划 is a noun.</summary>
    public bool PlansOn;

    /// <summary>The plan word is 安排 alone, which also tells of what was given (全年投资1.2亿元,安排项目76项).</summary>
    public bool Allots;

    /// <summary>Something done (了, 已, 同比).</summary>
    public bool Actual;

    /// <summary>Something surely done: 了, 已, 取得 and the like, not a mere comparison.</summary>
    public bool Past;

    /// <summary>Something that is there: 共有, 现有, 高达.</summary>
    public bool Present;

    /// <summary>Something done or there.</summary>
    public readonly bool Done => Past || Present;

    /// <summary>预计 before a subject, so that it governs what follows in the sentence too.</summary>
    public bool Forecasts;

    /// <summary>Something is to be finished first: 建成后, 投产后.</summary>
    public bool Afterwards;

    /// <summary>预计.</summary>
    public bool Estimate;

    // 按可比价格计算, 居全国第1位: asides between two figures of one forecast.
    private const int LongestAside = 8;

    // Behind 预计: whether the clause has a figure, and its first token.
    private bool counts;
    private int clause;

    // The first cue of the sentence, by its place among them, that has not been passed.
    private int next;

    /// <summary>How firm the target is, or null.</summary>
    public Modality? Modality;

    /// <summary>The token that says so.</summary>
    public int ModalityAt;

    /// <summary>Reads the tokens, or reads on, from <paramref name="start"/> to before <paramref name="end"/>.</summary>
    public void Add(BindingContext context, int start, int end)
    {
        var sentence = context.Sentence;
        var cues = sentence.CueTokens.Span;
        for (var i = Telling(cues, start); i < end; i = Telling(cues, i + 1))
        {
            ref readonly var token = ref sentence.Tokens[i];
            if (token.Kind != TokenKind.Word) ReadBetween(context, i);
            if (token.Is(Sentence.Cues & ~Role.Time)) ReadCue(context, i);
        }
    }

    // Whether a clause begins with the months up to one of the year: 1—11月, 截至11月底.
    private static bool BeginsCount(BindingContext context, int time)
    {
        var tokens = context.Sentence.Tokens;
        if (context.Sentence.Times[tokens[time].Index].Part is not ['M', _, _, ..] part) return false;
        var since = time > 0 && context.TextOf(time - 1) is "截至" or "截止" or "截止到" or "截至到";
        var first = since ? time - 1 : time;
        return first > 0 && tokens[first - 1].IsMark(';') && (since || part.Length > 3);
    }

    // The first token from here on that can tell something: behind 预计 any, elsewhere the next cue; beyond the last cue none.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Telling(ReadOnlySpan<int> cues, int from)
    {
        if (Estimate) return from;
        while (next < cues.Length && cues[next] < from) next++;
        return next < cues.Length ? cues[next] : int.MaxValue;
    }

    // A time, or behind 预计 a number or a mark.
    private void ReadBetween(BindingContext context, int i)
    {
        var tokens = context.Sentence.Tokens;
        ref readonly var token = ref tokens[i];
        if (token.Kind == TokenKind.Quantity) counts = true;
        else if (token.Kind == TokenKind.Mark && token.Mark is ',' or ';' or ':') EndClause(tokens, i);
        else if (token.Kind != TokenKind.Time) return;
        // 预计全年完成投资320亿元;1—11月,到位资金56亿元: months that have been counted are forecast no more.
        else if (Estimate && BeginsCount(context, i)) Estimate = Forecasts = false;
        // 今年计划投资5亿元: a verb here, though 计划投资 also names what a project costs.
        else if (i + 1 < tokens.Count && tokens[i + 1].Is(Role.Indicator) && context.Text[tokens[i + 1].Start..].StartsWith("计划投"))
            Plan = PlansOn = true;
        // 截至8月底: what had come together by then.
        else if (i > 0 && tokens[i - 1].Is(Role.Adverb) && context.TextOf(i - 1, i) is "截至" or "截止") Actual = Present = true;
        else if (IsOfBudget(context, i)) Plan = PlansOn = true;
        else Afterwards |= context.Text[token.End - 1] == '后' && context.Sentence.Times[token.Index].Kind == TimeKind.Vague;
    }

    private void ReadCue(BindingContext context, int i)
    {
        var tokens = context.Sentence.Tokens;
        ref readonly var token = ref tokens[i];
        if (token.Is(Role.Modality)) (Modality, ModalityAt) = (token.Entry!.Modality, i);
        if (token.Is(Role.Estimate))
        {
            Estimate = counts = true;
            // 生产总值预计增长5%,财政收入增长6%: between a subject and its verb it is said of that subject alone.
            Forecasts |= !(i > 0 && tokens[i - 1].Is(Role.Indicator));
        }
        else if (token.Is(Role.Change) && context.Text[token.End - 1] == '了') Actual = Past = true;
        else if (token.Is(Role.Actual) && !IsPlannedDeed(context, tokens, i) && !ClauseSigns.IsInName(context, i) && !IsOfEach(context, i))
            ReadActual(context.Text[token.Start], token);
        else if (token.Is(Role.Target | Role.Will)) ReadTarget(context, tokens, i);
    }

    // 预计投资增长13%,重大项目突破9100亿元,呼和浩特机场基本完工,…: a clause that tells of a deed and no figure ends what 预计 is said of.
    private void EndClause(Pieces<Token> tokens, int end)
    {
        if (!counts && tokens[end].Start - tokens[clause].Start > LongestAside && TellsDeed(tokens, clause, end)) Estimate = Forecasts = false;
        (counts, clause) = (false, end + 1);
    }

    private static bool TellsDeed(Pieces<Token> tokens, int from, int to)
    {
        for (var i = from; i < to; i++)
            if (tokens[i].Length > 1 && tokens[i].Is(Role.Action | Role.Actual) && !tokens[i].Is(Role.Change | Role.Adverb | Role.Link)) return true;
        return false;
    }

    // 计划|建成投产, 争取|再|获批.
    private static bool IsPlannedDeed(BindingContext context, Pieces<Token> tokens, int i) =>
        i > 0 && tokens[i].Length > 1 && !tokens[i].Is(Role.Adverb | Role.Link | Role.Change)
        && tokens[i - (i > 1 && tokens[i - 1].Length == 1 ? 2 : 1)].Is(Role.Modality) && context.Text[tokens[i].Start] is not ('已' or '了' or '业');

    // 每千人口|拥有床位6张, 万人|拥有发明专利5件: what there is for each, in plans as in reviews.
    private static bool IsOfEach(BindingContext context, int i)
    {
        if (i == 0 || context.TextOf(i) is not "拥有") return false;
        var of = i > 1 && context.TextOf(i - 1) is "口" ? i - 2 : i - 1;
        return context.Sentence.Tokens[of].Is(Role.Per) || context.TextOf(of) is "万人" or "千人" or "百人" or "百户" or "千户";
    }

    private void ReadActual(char first, in Token token)
    {
        Actual = true;
        if (first is '已' or '了' || !token.Is(Role.Adverb | Role.Change | Role.Link)) Past = true;
        else if (token.Is(Role.Link) && !token.Is(Role.Adverb | Role.Change)) Present = true;
    }

    // 1956年预算中,本年收入为297亿元; 1954年国家预算中: the budget of a year is a plan.
    private static bool IsOfBudget(BindingContext context, int time)
    {
        var tokens = context.Sentence.Tokens;
        var i = time + 1;
        if (i >= tokens.Count || context.Text[tokens[i].Start] is not ('国' or '财' or '预' or '概')) return false;
        // 今年预算赤字9亿元,实际赤字可能更大.
        if (context.Text[tokens[i].Start..context.Sentence.End] is ['预', '算', '赤', ..] or ['财', '政', '预', '算', '赤', ..]) return true;
        if (context.TextOf(i) is "国家" or "财政") i++;
        return i + 1 < tokens.Count && context.TextOf(i) is "预算" or "概算" && context.Text[tokens[i + 1].Start] is '中' or ',';
    }
}
