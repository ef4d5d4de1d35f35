using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Numerals;
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
        if (context.Quantities[context.Tokens[number].Index].Unit is not { Dimension: var dimension }) return;
        var isRelative = dimension is Dimension.Ratio or Dimension.Points or Dimension.Multiple;
        var mayCompare = isRelative || left.Says(Role.Gap | Role.Change)
            || (dimension == Dimension.Money && (i == number - 1 || context.Tokens[number - 1].IsMark(')')));
        if (!mayCompare) return;
        if (dimension == Dimension.Ratio && PlanBefore(context, number, ref i, from, ref left)) return;
        if (i < from) return;
        // An amount has a yardstick only behind 比 and beside another place: 比预算少支出3亿元, 高于全省平均水平1200元.
        if (!isRelative && !left.Says(Role.Gap))
        {
            if ((left.Words & (Role.Than | Role.Gap)) != 0) FindVerb(context, number, dimension, true, ref i, from, ref left);
        }
        else if (context.Tokens[i].Is(Role.Of) || (left.Words & (Comparisons | Role.BoundBefore)) != 0)
        {
            FindVerb(context, number, dimension, false, ref i, from, ref left);
        }
    }

    // The plan directly before a percentage is its total.
    private static bool PlanBefore(BindingContext context, int number, ref int i, int from, ref LeftSide left)
    {
        var tokens = context.Tokens;
        // 货运量计划完成105%, 建设计划就只完成了94%: how far the plan was met.
        var plan = number - 2;
        while (plan > from && tokens[plan].Is(Role.Adverb) && !tokens[plan].Is(Role.Planned)) plan--;
        if (plan >= from && tokens[plan].Is(Role.Planned) && IsDone(context, number - 1)) left.Predicate |= Role.Share;
        // 完成计划78%; but 完成年初确定的12%的目标 names the goal.
        var meets = number - 2 >= from && tokens[number - 1].Is(Role.Planned) && IsDone(context, number - 2);
        if (meets && Bounds.IsCalledGoal(context, number)) return false;
        if (meets) left.Predicate |= Role.Share;
        // 完成年计划27%.
        var follows = i > from && i == number - 1 && tokens[i].Is(Role.Planned) && IsDone(context, i - 1);
        if (!follows) return false;
        left.Predicate |= Role.Share;
        Take(i - 1, ref i, ref left);
        return true;
    }

    // Looks leftwards for the verb behind which the yardstick stands.
    private static void FindVerb(BindingContext context, int number, Dimension dimension, bool isAmount, ref int i, int from, ref LeftSide left)
    {
        var tokens = context.Tokens;
        var of = tokens[i].Is(Role.Of);
        // 不足城镇居民的三分之一: a fraction is always of something.
        var isFraction = of && context.Quantities[tokens[number].Index].Is(NumeralTraits.Fraction);
        for (var k = i; k >= from; k--)
        {
            ref readonly var token = ref tokens[k];
            // 完成全年任务(110万人)的16.8%: an aside.
            if (token.Is(Role.Mark) && Boundaries.Aside(tokens, k) is var aside and >= 0)
            {
                k = aside;
                continue;
            }

            if (!of && !isAmount && !token.Is(Comparisons | Role.BoundBefore | Role.Quantity)) continue;
            if (token.Kind == TokenKind.Quantity) return;
            if (isAmount)
            {
                if (Boundaries.IsClauseMark(token)) return;
                // 比预算, 高于全省平均水平.
                var compares = token.Is(Role.Than) || (token.Is(Role.Gap) && token.Length > 1 && k < i && tokens[k + 1].Is(Role.Place));
                if (!compares) continue;
            }

            var joins = of && k < i;
            if (joins && dimension == Dimension.Ratio && ReadTotal(context, k, i, from, ref left))
            {
                Take(k, ref i, ref left);
                return;
            }

            if (!token.Is(Comparisons | Role.BoundBefore)) continue;
            if (joins && token.Is(Role.BoundBefore)
                && (dimension == Dimension.Multiple || (dimension != Dimension.Points && (tokens[k + 1].Is(Role.Place) || isFraction))))
            {
                ReadBounded(tokens, k, dimension, isAmount, ref i, from, ref left);
                return;
            }

            if (!token.Is(Comparisons)) continue;
            // A pace or share noun names the subject; only a verb has a yardstick behind it.
            if (token.Is(Role.Pace) || (token.Is(Role.Share) && !token.Is(Role.Link))) continue;
            // 高于全国2个百分点: how far apart two percentages are is said in points; a bare 高 or 低 may be a part of any word.
            if (token.Is(Role.Gap) && !token.Is(Role.Share) && (k == i || !MayTellDistance(context, dimension, isAmount, i))) continue;
            if (token.Is(Role.Gap) && token.Length == 1) continue;
            if (token.Is(Role.Equals) && !token.Is(Role.Share | Role.Gap | Role.Than) && !joins) continue;
            if (token.Is(Role.Than) && !left.Says(Role.Change | Role.Gap)) continue;
            ReadComparison(tokens, k, ref i, from, ref left);
            return;
        }
    }

    // 高于全国2个百分点; 高于全国平均水平6%.
    private static bool MayTellDistance(BindingContext context, Dimension dimension, bool isAmount, int last) =>
        dimension == Dimension.Points || isAmount || (dimension == Dimension.Ratio && context.TextOf(last) is "水平" or "平均水平");

    // Whether 的 joins a total to its percentage, with the verb before it; the verb says the share then.
    private static bool ReadTotal(BindingContext context, int verb, int of, int from, ref LeftSide left)
    {
        var tokens = context.Tokens;
        ref readonly var token = ref tokens[verb];
        // 完成年度计划的102%, 达到全年目标的85%: the plan is the total.
        if (MeetsPlan(tokens, verb, of))
        {
            left.Predicate |= Role.Share | (token.Roles & Role.Respectively);
            return true;
        }

        if (verb + 1 == of) return false;
        // 恢复到一九五七年水平的84%: compared with that level.
        if ((token.Is(Role.ChangeTo) || context.TextOf(verb) is "达到") && NamesWhole(context.TextOf(verb + 1, of)))
        {
            left.Predicate |= Role.Share;
            return true;
        }

        // 债务余额不超过综合财力的80%, 招待费控制在支出的2%以内: a limit that is a part of something.
        var limits = verb > from && IsLimit(context, verb) && tokens[verb - 1].Kind is TokenKind.Text or TokenKind.Word
            && !tokens[of - 1].Is(Role.Target | Role.Planned);
        if (!limits) return false;
        if (token.Is(Role.BoundBefore) && left.Bound == Bound.Exact) left.Bound = token.Entry!.Bound;
        left.Predicate |= Role.Share;
        return true;
    }

    // A bound as the verb: 超过全省的70%, 不低于农民收入的两倍, 高于北京的7800元.
    private static void ReadBounded(Pieces<Token> tokens, int bound, Dimension dimension, bool isAmount, ref int i, int from, ref LeftSide left)
    {
        // 高于北京的7800元: the other place's own amount.
        if (isAmount)
        {
            left.Bound = Bound.Exact;
            left.PredicateStart = bound;
            i = bound - 1;
            return;
        }

        left.Bound = tokens[bound].Entry!.Bound;
        left.Predicate |= dimension == Dimension.Multiple ? Role.Equals : Role.Share;
        Take(bound, ref i, ref left);
        while (i >= from && tokens[i].Is(Role.Adverb | Role.Respectively | Role.Will) && !tokens[i].Is(Role.Indicator | Role.Suffix))
        {
            left.Predicate |= tokens[i].Roles & Role.Respectively;
            i--;
        }
    }

    // A verb that compares: 占全省的55%, 高于全国2.5个百分点.
    private static void ReadComparison(Pieces<Token> tokens, int verb, ref int i, int from, ref LeftSide left)
    {
        ref readonly var token = ref tokens[verb];
        left.Predicate |= token.Roles & Comparisons;
        if (token.Is(Role.Gap)) left.GapSign = token.Sign < 0 ? -1 : 1;
        if (token.Is(Role.Share) && token.Is(Role.BoundBefore) && left.Bound == Bound.Exact) left.Bound = token.Entry!.Bound;
        Take(verb, ref i, ref left);
        // What stands between the subject and the verb: 仅, 约, 增速.
        const Role Between = Role.Adverb | Role.Pace | Role.Will | Role.BoundBefore | Role.Respectively;
        while (i >= from && tokens[i].Is(Between) && !tokens[i].Is(Role.Indicator | Role.Suffix))
        {
            left.Predicate |= tokens[i].Roles & (Role.Pace | Role.Respectively);
            if (tokens[i].Is(Role.BoundBefore) && left.Bound == Bound.Exact) left.Bound = tokens[i].Entry!.Bound;
            i--;
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
            // 经济总量|在全省的占比.
            if (total - 1 > left.NameStart && context.TextOf(total - 1) is "在") total--;
        }

        if (total == left.NameEnd) return;
        (left.YardstickStart, left.YardstickEnd, left.NameEnd) = (total, left.NameEnd, total);
        left.NameWords = context.RolesOf(left.NameStart, total);
    }

    // 一九五七年水平, 全部支出, 整个工业.
    private static bool NamesWhole(ReadOnlySpan<char> name) =>
        name is ['总', ..] or ['全', '体' or '部', ..] or ['整', '个', ..] or [.., '水', '平'];

    private static bool IsLimit(BindingContext context, int token)
    {
        var word = context.Tokens[token];
        if (word.Is(Role.BoundBefore) && word.Entry!.Bound is Bound.AtMost or Bound.AtLeast) return true;
        return word.Is(Role.Link | Role.Target) && context.TextOf(token) is "控制在" or "限制在" or "压缩在";
    }

    private static bool MeetsPlan(Pieces<Token> tokens, int verb, int of)
    {
        if (!tokens[verb].Is(Role.Link | Role.Actual | Role.Respectively)) return false;
        var term = tokens[verb].Entry!.Term;
        if (term.EndsWith("完成", StringComparison.Ordinal) || term.EndsWith("完成了", StringComparison.Ordinal)) return true;
        return tokens[verb].Is(Role.Equals | Role.Actual) && tokens[of - 1].Is(Role.Target | Role.Planned);
    }

    private static bool IsDone(BindingContext context, int token) => context.TextOf(token) is "完成" or "完成了" or "分别完成" or "各完成";

    // What stands between the verb and the number is the yardstick; the reading goes on before the verb.
    private static void Take(int verb, ref int i, ref LeftSide left)
    {
        left.YardstickStart = verb + 1;
        left.YardstickEnd = i + 1;
        left.PredicateStart = verb;
        i = verb - 1;
    }
}
