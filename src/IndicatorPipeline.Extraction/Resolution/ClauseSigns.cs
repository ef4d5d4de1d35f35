using IndicatorPipeline.Extraction.Binding;
using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Periods;
using IndicatorPipeline.Extraction.Recognition.Tokens;
using IndicatorPipeline.Extraction.Tables;
using IndicatorPipeline.Extraction.Text;

namespace IndicatorPipeline.Extraction.Resolution;

/// <summary>What single words of a clause give away: a deed, an outcome set against a plan, a plan's name, a day.</summary>
internal static class ClauseSigns
{
    // Of a congress or a meeting.
    private static readonly PhraseSearch Attendance = new(["应到", "实到", "出席代表", "应出席", "缺席"]);

    /// <summary>每千人口|拥有|床位数: the verb is within a name and tells of nothing that is there.</summary>
    public static bool IsInName(BindingContext context, int verb) =>
        verb > 0 && context.Sentence.Tokens[verb - 1].Is(Role.Per) && context.TextOf(verb) is "拥有";

    /// <summary>Whether a clause tells what became of a plan: 计划增长5%,实际下降1.2%.</summary>
    public static bool Contrasts(BindingContext context, int clause)
    {
        const Role Verbs = Role.Change | Role.ChangeTo | Role.Link | Role.BoundBefore;
        var tokens = context.Sentence.Tokens;
        // 计划增长16%,扣除价格因素,实际增长10%: the same plan in real terms.
        if (clause > 1 && clause < tokens.Count && context.Text[..tokens[clause - 1].Start].EndsWith("因素")) return false;
        if (clause + 1 >= tokens.Count || !context.Text[tokens[clause].Start..].StartsWith("实际")) return false;
        return tokens[clause].Is(Verbs) || (tokens[clause].Length == 2 && tokens[clause + 1].Is(Verbs));
    }

    /// <summary>Whether a clause says before its number that something has been done: 已, 完成, 建了.</summary>
    public static bool TellsDone(BindingContext context, int clause, int number)
    {
        for (var i = clause; i < number; i++)
        {
            if (context.Sentence.Tokens[i].Entry is not { Term: var term }) continue;
            if (term[0] == '已' || term[^1] == '了' || term.StartsWith("完成", StringComparison.Ordinal)) return true;
        }

        return false;
    }

    /// <summary>Whether a clause tells of a deed before its number, and not of a state: 修建公路6400公里, 完成920亿斤.</summary>
    public static bool TellsDeed(BindingContext context, int clause, int number)
    {
        for (var i = clause; i < number; i++)
        {
            if (context.Sentence.Tokens[i].Entry is not { } entry) continue;
            if (entry.Is(Role.Action | Role.Add) || entry.Term.Contains("完成", StringComparison.Ordinal) || entry.Term[^1] == '了') return true;
        }

        return false;
    }

    /// <summary>The years of the plan that a clause names last before its number (“十二五”下降16%的目标), or null.</summary>
    public static Period? PlanNamed(BindingContext context, int clause, int number)
    {
        for (var i = number - 1; i >= clause; i--)
        {
            if (context.Sentence.Tokens[i] is not { Kind: TokenKind.Time, Index: var index }) continue;
            ref readonly var time = ref context.Sentence.Times[index];
            var isPlan = time is { Kind: TimeKind.Absolute, Use: TimeUse.Name, From: >= Period.Earliest } && time.From < time.To;
            if (isPlan) return new Period(time.From, time.To);
        }

        return null;
    }

    /// <summary>Whether the sentence names a day of the year's months up to the speech's (2月15日, 5日上午), or counts who came on it (应到, 出席).</summary>
    public static bool SaysDay(BindingContext context, SpeechFacts facts)
    {
        foreach (ref readonly var time in context.Sentence.Times.Span)
            if (time is { Kind: TimeKind.PartOnly, Part: null, From: > 0 } && time.From <= facts.Month) return true;
        var text = context.Text[context.Sentence.Start..context.Sentence.End];
        return Attendance.IsIn(text) || SaysDayAlone(text);
    }

    // 5日上午, 10日,; but 工作日 and 30日内 tell of none.
    private static bool SaysDayAlone(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOf('日'); at > 0;)
        {
            var first = at;
            while (first > 0 && char.IsAsciiDigit(text[first - 1])) first--;
            var isDay = at - first is 1 or 2 && (first == 0 || text[first - 1] is not ('月' or '-' or '.'))
                && text[(at + 1)..] is [',' or '在' or '晚' or '从' or '起', ..] or ['上' or '下' or '中', '午', ..] or ['凌' or '清' or '早', '晨' or '上', ..];
            if (isDay) return true;
            var next = text[(at + 1)..].IndexOf('日');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return false;
    }

    /// <summary>其中9500个将于2025年落成: the token of 将 that is said of things behind their number, or −1.</summary>
    public static int WillBehind(BindingContext context, in Claim claim)
    {
        const int Furthest = 6;
        if (claim.Measure != Measure.Level || claim.Unit is not ("item" or "household" or "person" or "m")) return -1;
        if (PresentThings.IsWholePeople(context, claim)) return -1;
        var tokens = context.Sentence.Tokens;
        var from = Bounds.End(tokens, claim.Token);
        for (var i = from; i < tokens.Count && i < from + Furthest; i++)
        {
            if (tokens[i].Kind is not (TokenKind.Text or TokenKind.Word)) return -1;
            if (tokens[i].Is(Role.Of | Role.Link | Role.Change | Role.Actual)) return -1;
            if (tokens[i].Is(Role.Will)) return context.TextOf(i) is "将" or "将会" or "即将" or "有望" or "可望" ? i : -1;
        }

        return -1;
    }

    /// <summary>First token of the clause behind the one that the token <paramref name="at"/> stands in.</summary>
    public static int NextClause(Pieces<Token> tokens, int at)
    {
        while (at < tokens.Count && !tokens[at].IsMark(',')) at++;
        return at + 1;
    }

    /// <summary>Whether what stands behind 安排 are people who are given work, and no money.</summary>
    public static bool NamesJobless(ReadOnlySpan<char> behind)
    {
        // 安排就业补助资金3.2亿元: money, which is planned.
        if (behind.IndexOfAny(",;。") is var end and >= 0) behind = behind[..end];
        if (behind.IndexOf('元') >= 0) return false;
        if (behind is ['了', ..] or ['城', '镇', _, ..]) behind = behind[(behind[0] == '了' ? 1 : 2)..];
        return behind is ['待' or '就', '业', ..] or ['下', '岗', ..] or ['富' or '剩', '余', ..] or ['复' or '退', '员' or '伍', ..] or ['知', '识', '青', ..]
            or ['知', '青', ..] or ['劳', '动', '力', ..];
    }
}
