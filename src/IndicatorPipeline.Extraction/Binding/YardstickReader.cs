using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Tokens;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Binding;

/// <summary>Reads what a number is compared with or is a part of, from the words before it: 占全省的55%, 高于全国2.5个百分点, 为全省平均水平的54.5%.</summary>
internal static class YardstickReader
{
    private const Role Comparisons = Role.Share | Role.Gap | Role.Than | Role.Equals;

    /// <summary>Reads the yardstick between a verb and the number, leftwards from <paramref name="i"/>, and moves that before the verb; where there
    /// is none, it stays.</summary>
    public static void Read(BindingContext context, int number, ref int i, int from, ref LeftSide left)
    {
        var tokens = context.Tokens;
        var unit = context.Quantities[tokens[number].Index].Unit;
        if (unit is null || (unit.Dimension is not (Dimension.Ratio or Dimension.Points or Dimension.Multiple) && !left.Says(Role.Gap | Role.Change)
            && !(unit.Dimension == Dimension.Money && i == number - 1)))
        {
            return;
        }
        // 货运量计划完成105%: how far the plan was met.
        if (unit.Dimension == Dimension.Ratio && number - 2 >= from && tokens[number - 2].Is(Role.Planned) && IsDone(context, number - 1))
            left.Predicate |= Role.Share;
        // 完成年计划27%: the plan is the total.
        if (unit.Dimension == Dimension.Ratio && i > from && i == number - 1 && tokens[i].Is(Role.Planned) && IsDone(context, i - 1))
        {
            left.Predicate |= Role.Share;
            Take(i - 1, ref i, ref left);
            return;
        }

        // An amount has a yardstick only behind 比 and beside another place: 比预算少支出3亿元, 高于全省平均水平1200元.
        var amount = unit.Dimension is not (Dimension.Ratio or Dimension.Points or Dimension.Multiple) && !left.Says(Role.Gap);
        var of = tokens[i].Is(Role.Of);
        if (amount ? (left.Words & (Role.Than | Role.Gap)) == 0 : !of && (left.Words & (Comparisons | Role.BoundBefore)) == 0) return;
        for (var k = i; k >= from; k--)
        {
            ref readonly var token = ref tokens[k];
            if (!of && !amount && !token.Is(Comparisons | Role.BoundBefore | Role.Quantity)) continue;
            if (token.Kind == TokenKind.Quantity || (amount && Boundaries.IsClauseMark(token))) return;
            if (amount && !token.Is(Role.Than) && !(token.Is(Role.Gap) && token.Length > 1 && k < i && tokens[k + 1].Is(Role.Place))) continue;
            if (unit.Dimension == Dimension.Ratio && of && k < i && MeetsPlan(tokens, k, i))
            {
                // 完成年度计划的102%, 达到全年目标的85%: the plan is the total.
                left.Predicate |= Role.Share | (token.Roles & Role.Respectively);
                Take(k, ref i, ref left);
                return;
            }

            // 恢复到一九五七年水平的84%: compared with that level.
            if (unit.Dimension == Dimension.Ratio && of && k + 1 < i && (token.Is(Role.ChangeTo) || context.TextOf(k) is "达到")
                && context.TextOf(k + 1, i) is var whole
                && (whole.EndsWith("水平") || whole.StartsWith("全体") || whole.StartsWith("全部") || whole.StartsWith("总") || whole.StartsWith("整个")))
            {
                left.Predicate |= Role.Share;
                Take(k, ref i, ref left);
                return;
            }

            // 债务余额不超过综合财力的80%, 招待费控制在支出的2%以内: a limit that is a part of something.
            if (unit.Dimension == Dimension.Ratio && of && k + 1 < i && k > from && IsLimit(context, k)
                && tokens[k - 1].Kind is TokenKind.Text or TokenKind.Word && !tokens[i - 1].Is(Role.Target | Role.Planned))
            {
                if (token.Is(Role.BoundBefore) && left.Bound == Bound.Exact) left.Bound = token.Entry!.Bound;
                left.Predicate |= Role.Share;
                Take(k, ref i, ref left);
                return;
            }

            if (!token.Is(Comparisons | Role.BoundBefore)) continue;
            if (token.Is(Role.BoundBefore) && unit.Dimension != Dimension.Points && of && k < i
                && (unit.Dimension == Dimension.Multiple || tokens[k + 1].Is(Role.Place)))
            {
                // 高于北京的7800元: the other place's own amount.
                if (amount)
                {
                    left.Bound = Bound.Exact;
                    left.PredicateStart = k;
                    i = k - 1;
                    return;
                }

                // 超过全省的70%, 不低于农民收入的两倍: the bound stands before the yardstick.
                left.Bound = token.Entry!.Bound;
                left.Predicate |= unit.Dimension == Dimension.Multiple ? Role.Equals : Role.Share;
                Take(k, ref i, ref left);
                while (i >= from && tokens[i].Is(Role.Adverb | Role.Respectively | Role.Will) && !tokens[i].Is(Role.Indicator | Role.Suffix))
                {
                    left.Predicate |= tokens[i].Roles & Role.Respectively;
                    i--;
                }

                return;
            }

            if (!token.Is(Comparisons)) continue;
            // A pace or share noun names the subject; only a verb has a yardstick behind it.
            if (token.Is(Role.Pace) || (token.Is(Role.Share) && !token.Is(Role.Link))) continue;
            if (token.Is(Role.Gap) && !token.Is(Role.Share) && ((unit.Dimension != Dimension.Points && !amount) || k == i)) continue;
            if (token.Is(Role.Gap) && token.Length == 1) continue;
            if (token.Is(Role.Equals) && !token.Is(Role.Share | Role.Gap | Role.Than) && !(of && k < i)) continue;
            if (token.Is(Role.Than) && !left.Says(Role.Change | Role.Gap)) continue;
            left.Predicate |= token.Roles & Comparisons;
            if (token.Is(Role.Gap)) left.GapSign = token.Sign < 0 ? -1 : 1;
            if (token.Is(Role.Share) && token.Is(Role.BoundBefore) && left.Bound == Bound.Exact) left.Bound = token.Entry!.Bound;
            Take(k, ref i, ref left);
            // What stands between the subject and the verb: 仅, 约, 增速.
            while (i >= from && tokens[i].Is(Role.Adverb | Role.Pace | Role.Will | Role.BoundBefore | Role.Respectively)
                && !tokens[i].Is(Role.Indicator | Role.Suffix))
            {
                left.Predicate |= tokens[i].Roles & (Role.Pace | Role.Respectively);
                if (tokens[i].Is(Role.BoundBefore) && left.Bound == Bound.Exact) left.Bound = tokens[i].Entry!.Bound;
                i--;
            }

            return;
        }
    }

    /// <summary>Cuts the total off the name of a share where it stands before the word, too: 新能源装机在总装机中占比25%, 装机容量全球占比57%.</summary>
    public static void CutTotal(BindingContext context, ref LeftSide left)
    {
        var tokens = context.Tokens;
        if (left.YardstickEnd > left.YardstickStart) return;
        var total = left.NameEnd;
        if (context.Text[tokens[total - 1].End - 1] is '中' or '里')
        {
            for (var i = left.NameEnd - 1; i >= left.NameStart; i--)
                if (context.TextOf(i) is "在") total = i;
        }
        else if (total - 1 > left.NameStart && tokens[total - 1].Is(Role.Place))
        {
            total--;
        }

        if (total == left.NameEnd) return;
        (left.YardstickStart, left.YardstickEnd, left.NameEnd) = (total, left.NameEnd, total);
        left.NameWords = context.RolesOf(left.NameStart, total);
    }

    private static bool IsLimit(BindingContext context, int token) =>
        context.Tokens[token] is var word
            && ((word.Is(Role.BoundBefore) && word.Entry!.Bound is Bound.AtMost or Bound.AtLeast)
            || (word.Is(Role.Link | Role.Target) && context.TextOf(token) is "控制在" or "限制在" or "压缩在"));

    private static bool MeetsPlan(Pieces<Token> tokens, int verb, int of)
    {
        if (!tokens[verb].Is(Role.Link | Role.Actual | Role.Respectively)) return false;
        var term = tokens[verb].Entry!.Term;
        if (term.EndsWith("完成", StringComparison.Ordinal) || term.EndsWith("完成了", StringComparison.Ordinal)) return true;
        return tokens[verb].Is(Role.Equals | Role.Actual) && tokens[of - 1].Is(Role.Target | Role.Planned);
    }

    private static bool IsDone(BindingContext context, int token) => context.TextOf(token) is "完成" or "完成了";

    // What stands between the verb and the number is the yardstick; the reading goes on before the verb.
    private static void Take(int verb, ref int i, ref LeftSide left)
    {
        left.YardstickStart = verb + 1;
        left.YardstickEnd = i + 1;
        left.PredicateStart = verb;
        i = verb - 1;
    }
}
