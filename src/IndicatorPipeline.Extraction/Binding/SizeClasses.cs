using System.Runtime.CompilerServices;
using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Quantities;
using IndicatorPipeline.Extraction.Recognition.Tokens;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Binding;

/// <summary>Sizes that only tell which things another number counts.</summary>
internal static class SizeClasses
{
    // Places, firms and the like, which come in classes by what they earn or own.
    private static readonly EndingTable Classed =
        new(["企业", "集群", "增长点", "集团", "集体", "基地", "单位", "占比", "楼宇", "县", "区", "镇", "村", "乡", "市", "户", "社"]);

    /// <summary>Whether a bound, 的 or 项目 stands beside the number: no other can tell a class.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool MayQualify(Pieces<Token> tokens, int number) =>
        (number + 1 < tokens.Count && tokens[number + 1].Is(Role.BoundAfter | Role.Of | Role.Works))
        || (number > 0 && tokens[number - 1].Is(Role.BoundBefore));

    /// <summary>Whether the number, which <see cref="MayQualify"/>, only says which ones: 10亿元以上项目, 投资1000万元以上的工业项目, 超10亿元的大项目.</summary>
    public static bool Qualifies(BindingContext context, int number, in QuantityMention quantity)
    {
        if (ClassBeforeCount(context, number)) return true;
        var tokens = context.Tokens;
        var next = number + 1 < tokens.Count ? tokens[number + 1] : default;
        // 20亿元项目2个.
        if (next.Is(Role.Works)) return quantity.Dimension == Dimension.Money && DimensionAt(context, number + 2) == Dimension.Count;
        var boundBehind = next.Is(Role.BoundAfter);
        if (boundBehind && quantity.Dimension == Dimension.Persons && IsLargeSchoolClass(context, next.End)) return true;
        if (!CanBeSize(quantity.Dimension)) return false;
        // 总投资28亿元的产业园 states the investment.
        if (!boundBehind && number > 0 && tokens[number - 1].Indicator is { IsInvestment: true }) return false;
        // 跨上20亿元台阶: a mark that is reached.
        if (boundBehind && next.Entry!.Bound == Bound.Exact) return false;
        var bounded = boundBehind || (number > 0 && tokens[number - 1].Is(Role.BoundBefore));
        var i = boundBehind ? number + 2 : number + 1;
        if (bounded && IsOtherClass(tokens, i)) return Qualifies(context, i + 2, context.Quantities[tokens[i + 2].Index]);
        var of = i < tokens.Count && tokens[i].Is(Role.Of);
        if (of) i++;
        if (i >= tokens.Count || (!bounded && !of)) return false;
        // 解决6000万以上农村人口的饮水问题: so many people, no class of things.
        if (boundBehind && !of && quantity.Dimension == Dimension.None && NamesPeople(context, i)) return false;
        // 30户以上自然村: people and households make classes of things without a name of their own only.
        var people = quantity.Dimension is Dimension.Households or Dimension.Persons;
        if (people && boundBehind && context.TextOf(i) is ['自', '然', '村' or '屯', ..]) return true;
        if (people && (!boundBehind || of || tokens[i].Kind != TokenKind.Text)) return false;
        if (!bounded && quantity.Dimension != Dimension.Money) return false;
        // 20个超千万元的大项目|正在洽谈.
        if (bounded && of && tokens[i].Is(Role.Works)) return true;
        var end = Boundaries.NounEnd(context, i);
        if (end == i) return false;
        // 能耗超5000吨标准煤重点企业|在线监测.
        if (bounded && !of && !boundBehind && NamesFirms(context, i, end)) return true;
        if (bounded && CountsClass(context, number, i, end)) return true;
        ref readonly var head = ref tokens[end - 1];
        if (head.Is(Role.Works)) return true;
        if (boundBehind && !head.Is(Role.Suffix | Role.Target) && !(of && IsStage(context, head)))
            return !tokens[i].Is(Role.Action | Role.Change | Role.Link);
        return EndsIn(context, head, "企业");
    }

    private static bool NamesFirms(BindingContext context, int from, int end)
    {
        const int Furthest = 3;
        for (var i = from; i < end && i < from + Furthest; i++)
            if (EndsIn(context, context.Tokens[i], "企业") || EndsIn(context, context.Tokens[i], "用能单位")) return true;
        return false;
    }

    private static bool CanBeSize(Dimension dimension) =>
        dimension is Dimension.Money or Dimension.Area or Dimension.Power or Dimension.Mass or Dimension.Length or Dimension.Volume or Dimension.None
            or Dimension.Households or Dimension.Persons or Dimension.Energy;

    // 农村人口的饮水问题, 农民工; but 人口的国家 and 人口大县 are places.
    private static bool NamesPeople(BindingContext context, int token)
    {
        const int Furthest = 8;
        var from = context.Tokens[token].Start;
        var words = context.Text[from..Math.Min(context.Sentence.End, from + Furthest)];
        foreach (var people in (ReadOnlySpan<string>)["人口", "农民", "群众", "居民", "职工", "劳动力", "学生", "贫困户", "家庭"])
        {
            var at = words.IndexOf(people);
            if (at < 0) continue;
            return words[(at + people.Length)..] is not (['的', '大' or '国' or '城' or '县' or '市' or '特', ..] or ['大' or '县' or '城', ..]);
        }

        return false;
    }

    // 56人以上大班额.
    private static bool IsLargeSchoolClass(BindingContext context, int offset) =>
        context.Text[offset..context.Sentence.End] is ['大' or '超', ..] behind && behind[..Math.Min(behind.Length, 4)].Contains('班');

    // 超20万元|、超50万元村集体占比: two classes of one noun.
    private static bool IsOtherClass(Pieces<Token> tokens, int mark) =>
        mark + 2 < tokens.Count && tokens[mark].IsMark('、') && tokens[mark + 1].Is(Role.BoundBefore) && tokens[mark + 2].Kind == TokenKind.Quantity;

    // 生产总值超200亿元县达26个, 2个产值过百亿的园区, 年收益超10万元村占比55%: a class of places or firms that another number counts.
    private static bool CountsClass(BindingContext context, int number, int from, int end)
    {
        var tokens = context.Tokens;
        var nameEnd = tokens[end - 1].End;
        for (var i = from + 1; i < end; i++)
            if (tokens[i].Is(Role.Link | Role.From)) nameEnd = tokens[i].Start;
        // 县(区): the kind stands before the bracket.
        if (context.Text[nameEnd - 1] == ')' && Boundaries.Opening(tokens, end - 1, from) is var open and > 0 && open > from)
            nameEnd = Math.Min(nameEnd, tokens[open].Start);
        if (!Classed.IsEndOf(context.Text[..nameEnd])) return false;
        for (var i = end; i < tokens.Count && i < end + 4; i++)
        {
            if (tokens[i].Kind == TokenKind.Quantity) return true;
            if (tokens[i].Kind == TokenKind.Mark && tokens[i].Mark is not ('(' or ')')) break;
        }

        for (var i = number - 1; i >= 0 && i > number - 6 && tokens[i].Kind != TokenKind.Mark; i--)
            if (tokens[i].Kind == TokenKind.Quantity) return true;
        return false;
    }

    // 500头以上规模养牛场3个, 过10亿元5家: a class of things that the next number counts.
    private static bool ClassBeforeCount(BindingContext context, int number)
    {
        var tokens = context.Tokens;
        // 过10亿元|5家, 10亿元以上|5家.
        var next = Bounds.End(tokens, number);
        var bounded = next > number + 1 || (number > 0 && tokens[number - 1].Is(Role.BoundBefore));
        if (bounded && CountsThings(context, next) && !IsPercent(context, number)) return true;
        // 过500万元的|3家.
        if (number + 2 < tokens.Count && number > 0 && tokens[number - 1].Is(Role.BoundBefore) && tokens[number + 1].Is(Role.Of)
            && CountsThings(context, BehindHave(context, number + 2)) && !IsPercent(context, number))
        {
            return true;
        }

        if (number + 2 >= tokens.Count || !tokens[number + 1].Is(Role.BoundAfter)) return false;
        // 年产煤五十万吨以上的就有|十二个, 总投资1000万美元以上的|3家.
        var of = tokens[number + 2].Is(Role.Of);
        if (of && CountsThings(context, BehindHave(context, number + 3)) && !IsPercent(context, number)) return true;
        // 500头以上规模养牛场|3个.
        if (tokens[number + 1].Entry!.Bound is not (Bound.AtLeast or Bound.AtMost)) return false;
        var from = of ? number + 3 : number + 2;
        var end = Boundaries.NounEnd(context, from);
        return end > from && end < tokens.Count && tokens[end].Kind == TokenKind.Quantity;
    }

    private static bool CountsThings(BindingContext context, int token) => DimensionAt(context, token) is Dimension.Count or Dimension.Households;

    // Null where the token is no number with a unit, or behind the last.
    private static Dimension? DimensionAt(BindingContext context, int token)
    {
        var tokens = context.Tokens;
        return token < tokens.Count && tokens[token].Kind == TokenKind.Quantity ? context.Quantities[tokens[token].Index].Dimension : null;
    }

    private static bool IsPercent(BindingContext context, int number) => context.Quantities[context.Tokens[number].Index].IsPercent;

    // Token behind 有, 就有, 共有, 达, of which there are at most three.
    private static int BehindHave(BindingContext context, int from)
    {
        var tokens = context.Tokens;
        var i = from;
        while (i < tokens.Count && i < from + 3 && (tokens[i].Is(Role.Link | Role.Adverb | Role.BoundBefore) || context.TextOf(i) is "有")) i++;
        return i;
    }

    // 进入5万亿元以上的新阶段.
    private static bool IsStage(BindingContext context, in Token token) =>
        EndsIn(context, token, "阶段") || EndsIn(context, token, "台阶") || EndsIn(context, token, "时代");

    private static bool EndsIn(BindingContext context, in Token token, string noun) =>
        context.Text[token.Start..token.End].EndsWith(noun, StringComparison.Ordinal);
}
