using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Tokens;

namespace IndicatorPipeline.Extraction.Binding;

/// <summary>Reads the words before a number from right to left: bound, predicate, yardstick, noun phrase, leading verb.</summary>
internal static class LeftReader
{
    // Words that belong to the predicate or stand between it and the number without meaning for the subject.
    private const Role PredicateWords = Role.Change | Role.ChangeTo | Role.Link | Role.Pace | Role.Share | Role.Gap | Role.Average | Role.Add
        | Role.Equals | Role.Keep | Role.Adverb | Role.BoundBefore | Role.Estimate | Role.Actual | Role.Will | Role.Respectively | Role.Than
        | Role.Modality | Role.Negation | Role.From | Role.Per;

    /// <summary>Reads what stands before the token <paramref name="number"/>; <paramref name="from"/> is the first token behind the last
    /// boundary.</summary>
    /// <param name="context">The sentence.</param>
    /// <param name="number">The number's token.</param>
    /// <param name="from">First token of its segment.</param>
    /// <param name="words">Roles of all words of the segment.</param>
    /// <param name="left">What is read; empty before.</param>
    public static void Read(BindingContext context, int number, int from, Role words, ref LeftSide left)
    {
        (left.SegmentStart, left.End, left.Place, left.Bound) = (from, number, -1, Bound.Exact);
        left.Words = words;
        var i = ReadPredicate(context, number, from, ref left);
        left.PredicateStart = i + 1;
        if (i >= from || (words & Role.Planned) != 0) YardstickReader.Read(context, number, ref i, from, ref left);
        left.NameEnd = i + 1;
        NameReader.Read(context, i, from, number, ref left);
        if (left.HasName && left.Says(Role.Share)) YardstickReader.CutTotal(context, ref left);
        if ((left.Words & Role.Place) != 0) left.Place = LastPlace(context, left);
    }

    // 全市|固定资产投资增长8%; a place to compare with, or among which one ranks (居全市第一), is none that the number is about.
    private static int LastPlace(BindingContext context, in LeftSide left)
    {
        var tokens = context.Tokens;
        for (var i = left.End - 1; i >= left.SegmentStart; i--)
        {
            var isYardstick = i >= left.YardstickStart && i < left.YardstickEnd;
            if (!tokens[i].Is(Role.Place) || (isYardstick && !Bounds.IsOfYardstick(context, left.End))) continue;
            if (!(i > 0 && context.Text[tokens[i].Start - 1] is '居' or '列' or '排')) return i;
        }

        return -1;
    }

    private static int ReadPredicate(BindingContext context, int number, int from, ref LeftSide left)
    {
        var tokens = context.Tokens;
        var i = number - 1;
        for (; i >= from; i--)
        {
            ref readonly var token = ref tokens[i];
            if (token.Kind == TokenKind.Time) continue;
            if (token.Kind == TokenKind.Mark)
            {
                // 高于全省(7.1%)|4.1个百分点.
                if (i == number - 1 && Boundaries.Aside(tokens, i) is var aside and >= 0)
                {
                    i = aside;
                    continue;
                }

                // 利润由降转升、增长1.2%: two predicates of one subject.
                if (token.Mark == '、' && left.Predicate != 0 && i > from && tokens[i - 1].Is(Role.Adverb) && tokens[i - 1].Length > 3) continue;
                if (token.Mark != ')' || left.Predicate == 0 || Boundaries.Opening(tokens, i, from) is not (var open and >= 0)) break;
                i = open;
                continue;
            }

            if (token.Kind == TokenKind.Text)
            {
                if (token.Length == 1 && IsParticle(context.Text[token.Start], i == number - 1 || left.Says(Role.Average))) continue;
                // 产值向|4500亿元迈进.
                if (token.Length == 1 && i == number - 1 && i > from && context.Text[token.Start] is '向' or '朝'
                    && tokens[i - 1].Is(Role.Suffix | Role.Indicator))
                    continue;
                break;
            }

            if (token.Is(Role.Of))
            {
                if (i == number - 1)
                {
                    // 由2020年的4800万千瓦: the number's own time.
                    if (i > from && IsOtherYear(context, i - 1)) continue;
                    if (i <= from + 2 || !IsBudget(context, i - 1)) break;
                    i--;
                    continue;
                }

                // 在连续三年丰收的基础上又增产3%: upon what, not what.
                if (context.TextOf(i + 1) is "基础上" or "基数上" && Upon(context, i, from) is var upon and >= 0)
                {
                    i = upon;
                    continue;
                }
            }

            // 进出口逆势增长12%.
            if (token.Is(Role.Manner) && tokens[i + 1].Is(Role.Change | Role.ChangeTo) && i + 1 < number) continue;
            // 每个县至少办好1所: the bound stands before the verb.
            if (i == number - 1 && i > from && token.Is(Role.Action) && BoundsDeed(context, i - 1)) left.Bound = tokens[i - 1].Entry!.Bound;
            if (!token.Is(PredicateWords)) break;
            // 国有单位5.2亿元: firms and offices, not 单位 of 单位产品.
            if (i > from && token.Is(Role.Per) && context.TextOf(i) is "单位" && tokens[i - 1].Kind is TokenKind.Text or TokenKind.Word) break;
            if (token.Is(Role.Indicator | Role.Place) && !token.Is(Role.Change | Role.Link)) break;
            // 约增长5%, 超额完成: the bound may stand before the verb.
            // But 超过了前三年平均每年增加23亿元的水平 compares with those years.
            if (token.Is(Role.BoundBefore) && left.Bound == Bound.Exact && tokens[i + 1].Kind != TokenKind.Time) left.Bound = token.Entry!.Bound;
            // 没有超过10%: not more is at most.
            if (token.Is(Role.BoundBefore) && i > from && tokens[i - 1].Is(Role.Negation))
                left.Bound = token.Entry!.Term == "过" ? Bound.Exact : Denied(left.Bound);
            left.Predicate |= token.Roles & ~(Role.Target | Role.Suffix | Role.Works);
            if (left.GapSign == 0 && token.Is(Role.Gap)) left.GapSign = token.Sign < 0 ? -1 : 1;
            if (left.Sign == 0 && token.Is(Role.Change | Role.ChangeTo | Role.Pace)) left.Sign = token.Sign;
        }

        return i;
    }

    // 增长|到|5%; 以|8%的速度递增, 以年均|8%的速度递增: 以 only before the rate.
    private static bool IsParticle(char c, bool isBeforeRate) =>
        c is '于' or '有' or '出' or '过' or '到' or '至' or '也' or '曾' || (isBeforeRate && c == '以');

    // 增加到一九五四年|预算|的14.7%.
    private static bool IsBudget(BindingContext context, int at) =>
        context.Tokens[at - 2].Is(Role.ChangeTo) && context.Tokens[at - 1].Kind == TokenKind.Time && context.TextOf(at) is "预算" or "决算";

    private static bool BoundsDeed(BindingContext context, int at) =>
        context.Tokens[at].Is(Role.BoundBefore) && context.TextOf(at) is "至少" or "最少" or "最多" or "至多";

    private static int Upon(BindingContext context, int of, int from)
    {
        for (var i = of - 1; i >= from; i--)
            if (context.TextOf(i) is "在") return i;
        return -1;
    }

    // 2020年, 2019年同期.
    private static bool IsOtherYear(BindingContext context, int at) =>
        context.Tokens[at].Kind == TokenKind.Time || (at > 0 && context.Tokens[at - 1].Kind == TokenKind.Time && context.TextOf(at) is "同期");

    private static Bound Denied(Bound bound) => bound switch
    {
        Bound.MoreThan => Bound.AtMost,
        Bound.LessThan => Bound.AtLeast,
        Bound.AtLeast => Bound.LessThan,
        Bound.AtMost => Bound.MoreThan,
        _ => bound,
    };
}
