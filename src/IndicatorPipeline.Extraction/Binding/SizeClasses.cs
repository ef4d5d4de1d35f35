using System.Runtime.CompilerServices;
using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Quantities;
using IndicatorPipeline.Extraction.Recognition.Tokens;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Binding;

/// <summary>Sizes that only tell which things another number counts.</summary>
internal static class SizeClasses
{
    /// <summary>Whether a bound, 的 or 项目 stands beside the number: no other can tell a class.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool MayQualify(Pieces<Token> tokens, int number) =>
        (number + 1 < tokens.Count && tokens[number + 1].Is(Role.BoundAfter | Role.Of | Role.Works))
            || (number > 0 && tokens[number - 1].Is(Role.BoundBefore));

    /// <summary>Whether the number, which <see cref="MayQualify"/>, only says which ones: 10亿元以上项目, 投资1000万元以上的工业项目, 超10亿元的大项目.</summary>
    public static bool Qualifies(BindingContext context, int number, in QuantityMention quantity)
    {
        var tokens = context.Tokens;
        if (ClassBeforeCount(context, number)) return true;
        // 20亿元项目2个.
        var next = number + 1 < tokens.Count ? tokens[number + 1] : default;
        if (next.Is(Role.Works))
        {
            return quantity.Dimension == Dimension.Money && number + 2 < tokens.Count && tokens[number + 2].Kind == TokenKind.Quantity
                && context.Quantities[tokens[number + 2].Index].Dimension == Dimension.Count;
        }
        // 56人以上大班额.
        if (quantity.Dimension == Dimension.Persons && next.Is(Role.BoundAfter)
            && context.Text[next.End..context.Sentence.End] is ['大' or '超', ..] behind && behind[..Math.Min(behind.Length, 4)].Contains('班'))
        {
            return true;
        }
        if (quantity.Dimension is not (Dimension.Money or Dimension.Area or Dimension.Power or Dimension.Mass or Dimension.Length or Dimension.Volume
            or Dimension.None or Dimension.Households or Dimension.Persons or Dimension.Energy))
        {
            return false;
        }
        // 总投资28亿元的产业园 states the investment.
        if (number > 0 && tokens[number - 1].Indicator is { IsInvestment: true }
            && !(number + 1 < tokens.Count && tokens[number + 1].Is(Role.BoundAfter)))
        {
            return false;
        }
        var people = quantity.Dimension is Dimension.Households or Dimension.Persons;
        var i = number + 1;
        var bounded = false;
        if (i < tokens.Count && tokens[i].Is(Role.BoundAfter))
        {
            // 跨上20亿元台阶: a mark that is reached.
            if (tokens[i].Entry!.Bound == Bound.Exact) return false;
            bounded = true;
            i++;
        }
        else if (number > 0 && tokens[number - 1].Is(Role.BoundBefore))
        {
            bounded = true;
        }

        // 超20万元、超50万元村集体占比: two classes of one noun.
        if (bounded && i + 2 < tokens.Count && tokens[i].IsMark('、') && tokens[i + 1].Is(Role.BoundBefore)
            && tokens[i + 2].Kind == TokenKind.Quantity)
            return Qualifies(context, i + 2, context.Quantities[tokens[i + 2].Index]);
        var of = i < tokens.Count && tokens[i].Is(Role.Of);
        if (of) i++;
        if (i >= tokens.Count || (!bounded && !of)) return false;
        if (people && !(tokens[number + 1].Is(Role.BoundAfter) && !of && tokens[i].Kind == TokenKind.Text)) return false;
        if (!bounded && quantity.Dimension != Dimension.Money) return false;
        var end = Boundaries.NounEnd(tokens, i);
        if (end == i) return false;
        if (bounded && CountsClass(context, number, i, end)) return true;
        if (bounded && tokens[number + 1].Is(Role.BoundAfter) && !IsSumOrGoal(tokens[end - 1]) && !(of && IsStage(context, tokens[end - 1])))
            return !tokens[i].Is(Role.Action | Role.Change | Role.Link) || tokens[end - 1].Is(Role.Works);
        return tokens[end - 1].Is(Role.Works) || EndsIn(context, tokens[end - 1], "企业");
    }

    // 生产总值超200亿元县达26个, 2个产值过百亿的园区, 年收益超10万元村占比55%: a class of places or firms that another number counts.
    private static bool CountsClass(BindingContext context, int number, int from, int end)
    {
        var tokens = context.Tokens;
        var head = tokens[end - 1].End - 1;
        for (var i = from; i < end; i++)
            if (tokens[i].Is(Role.Link | Role.From) && i > from) head = tokens[i].Start - 1;
        var ends = context.Text[..(head + 1)];
        if (!(ends.EndsWith("企业") || ends.EndsWith("园区") || ends.EndsWith("集群") || ends.EndsWith("增长点") || ends.EndsWith("集团") || ends.EndsWith("集体")
            || ends.EndsWith("大户") || ends.EndsWith("基地")
            || ends.EndsWith("单位") || ends.EndsWith("占比") || ends.EndsWith("楼宇")
            || context.Text[head] is '县' or '区' or '镇' or '村' or '乡' or '市' or '户' or '社')) return false;
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
        if (Bounds.End(tokens, number) is var next && next < tokens.Count && tokens[next].Kind == TokenKind.Quantity
            && (next > number + 1 || (number > 0 && tokens[number - 1].Is(Role.BoundBefore)))
            && context.Quantities[tokens[next].Index].Dimension is Dimension.Count or Dimension.Households
            && !context.Quantities[tokens[number].Index].IsPercent) return true;
        // 年产煤五十万吨以上的就有十二个, 总投资1000万美元以上的3家.
        if (number + 3 < tokens.Count && tokens[number + 1].Is(Role.BoundAfter) && tokens[number + 2].Is(Role.Of)
            && FirstAfterHave(context, number + 3) is var counted and > 0
            && context.Quantities[tokens[counted].Index].Dimension is Dimension.Count or Dimension.Households
            && !context.Quantities[tokens[number].Index].IsPercent) return true;
        if (number + 2 >= tokens.Count || !tokens[number + 1].Is(Role.BoundAfter)
            || tokens[number + 1].Entry!.Bound is not (Bound.AtLeast or Bound.AtMost))
        {
            return false;
        }
        var from = tokens[number + 2].Is(Role.Of) ? number + 3 : number + 2;
        var end = Boundaries.NounEnd(tokens, from);
        return end > from && end < tokens.Count && tokens[end].Kind == TokenKind.Quantity;
    }

    // Token of the number behind 的, 有, 就有, 共有, 达; 0 where other words stand between.
    private static int FirstAfterHave(BindingContext context, int from)
    {
        var tokens = context.Tokens;
        var i = from;
        while (i < tokens.Count && i < from + 3 && (tokens[i].Is(Role.Link | Role.Adverb | Role.BoundBefore) || context.TextOf(i) is "有")) i++;
        return i < tokens.Count && tokens[i].Kind == TokenKind.Quantity ? i : 0;
    }

    // 进入5万亿元以上的新阶段.
    private static bool IsStage(BindingContext context, in Token token) =>
        EndsIn(context, token, "阶段") || EndsIn(context, token, "台阶") || EndsIn(context, token, "时代");

    private static bool IsSumOrGoal(in Token token) => token.Is(Role.Suffix | Role.Target) && !token.Is(Role.Works);

    private static bool EndsIn(BindingContext context, in Token token, string noun) =>
        context.Text[token.Start..token.End].EndsWith(noun, StringComparison.Ordinal);
}
