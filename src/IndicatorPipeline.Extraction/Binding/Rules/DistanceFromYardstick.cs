using System.Runtime.CompilerServices;
using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Tokens;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Binding.Rules;

/// <summary>
/// Finds: a distance from another place's or a planned figure. Example: 增速高于全国0.7个百分点 (+0.7), 比预算少支出3亿元 (−3e8), 距目标还差2.4个百分点 (−2.4).
/// Counter-example: 比上年提高0.7个百分点 and 高于去年同期0.7个百分点 are increments.
/// </summary>
internal sealed class DistanceFromYardstick() : BindingRule("distance from a yardstick")
{
    private static readonly string[] Plans = ["进度", "计划", "目标", "要求", "平均", "水平"];

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public override bool TryBind(BindingContext context, in Reading reading, ref Claim claim) =>
        // Most numbers are compared with nothing.
        (reading.Left.Says(Role.Gap | Role.Than)
            || ((reading.Left.Says(Role.Change) || reading.Dimension is Dimension.Ratio or Dimension.Points)
            && MayBePlanned(context, reading.Number))) && BindCompared(context, reading, ref claim);

    // Whether the word before the number can name a plan, or the number before was a planned one.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool MayBePlanned(BindingContext context, int number)
    {
        if (context.Claims.Count > 0 && context.Claims[^1].IsPlanned) return true;
        if (number == 0) return false;
        ref readonly var before = ref context.Tokens[number - 1];
        return before.Is(Role.Planned) || context.Text[before.Start] is '超' or '预';
    }

    private static bool BindCompared(BindingContext context, in Reading reading, ref Claim claim)
    {
        ref readonly var left = ref reading.Left;
        var unit = reading.Quantity.Unit!;
        var passes = PassesPlan(context, reading);
        var follows = FollowsPlan(context, reading);
        if (!passes && !left.Says(Role.Gap | Role.Than) && !(follows && left.Says(Role.Change))) return false;
        if (Bounds.IsCompared(context, reading.Number)) return false;
        var (place, time) = left.Says(Role.Gap | Role.Than) || passes || follows ? Yardstick(context, reading) : default;
        var sign = left.GapSign;
        if (SaysShortfall(context, reading))
        {
            sign = sign < 0 || Compares(context, reading) ? -1 : 1;
        }
        else if (passes)
        {
            sign = left.GapSign < 0 ? -1 : 1;
        }
        else if (left.Says(Role.Change) && (left.Says(Role.Than) && place || follows))
        {
            // 比预算少支出, 比第一位的清江区少: a change that is none, because nothing earlier is compared with.
            sign = left.Sign;
        }
        else
        {
            if (!left.Says(Role.Gap) || (left.Says(Role.Change) && !left.Says(Role.Than))) return false;
            var compared = left.YardstickEnd > left.YardstickStart && left.Says(Role.Than);
            // 比常规品种高15%; 比往年高15% is a change.
            if (unit.Dimension == Dimension.Ratio
                && !(compared && !time && context.TextOf(left.YardstickStart, left.YardstickEnd).IndexOfAny("年期往原前过昔") < 0))
            {
                return false;
            }
            if (unit.Dimension is not (Dimension.Points or Dimension.Ratio) && !(compared || place)) return false;
        }

        // 高于 is the comparison itself here, not a bound.
        var bound = Bounds.Of(context, reading.Number, left.Says(Role.Gap) && left.Bound is Bound.MoreThan or Bound.LessThan ? Bound.Exact
            : left.Bound);
        Set(ref claim, time && !place ? Measure.Increment : Measure.Gap, reading.Quantity, bound, sign < 0 ? -1 : 1, unit.Code);
        return true;
    }

    private static bool SaysShortfall(BindingContext context, in Reading reading)
    {
        if (reading.Number == 0 || !reading.Left.Says(Role.Gap) || reading.IsPercent) return false;
        ref readonly var token = ref context.Tokens[reading.Number - 1];
        return token.Is(Role.Gap) && context.Text[token.End - 1] is '差' or '欠' or '度';
    }

    // 超过计划8%, 超额完成年计划6.4%: how far the plan was passed, directly named before the number.
    private static bool PassesPlan(BindingContext context, in Reading reading)
    {
        // 超预算3200万元.
        if (reading.Number > 0 && context.Tokens[reading.Number - 1] is var passed && passed.Is(Role.Gap) && passed.Is(Role.Planned)) return true;
        if (reading.Dimension is not (Dimension.Ratio or Dimension.Points) || reading.Number == 0) return false;
        var tokens = context.Tokens;
        ref readonly var before = ref tokens[reading.Number - 1];
        // 较原来预算高28.1%.
        if (before.Is(Role.Gap) && reading.Number > 1 && tokens[reading.Number - 2] is var than && than.Is(Role.Than) && than.Is(Role.Planned))
            return true;
        if (!before.Is(Role.Planned) && context.Text[before.Start] is not ('超' or '预')) return false;
        // 超额百分之十二完成了全年计划.
        if (reading.IsPercent && Bounds.End(tokens, reading.Number) is var next && next < tokens.Count && context.TextOf(reading.Number - 1) is "超额"
            && context.TextOf(next).StartsWith("完成"))
        {
            return true;
        }
        return reading.Number > 1 && (before.Is(Role.Planned) || context.TextOf(reading.Number - 1) is "预算" or "预算数")
            && (tokens[reading.Number - 2].Is(Role.Gap) || context.TextOf(reading.Number - 2).EndsWith("超额完成"));
    }

    // 比预算数298亿元少支4亿元: the plan's own number stands between.
    private static bool FollowsPlan(BindingContext context, in Reading reading)
    {
        if (reading.Left.HasName || context.Claims.Count == 0) return false;
        ref readonly var last = ref context.Claims[^1];
        return last.IsPlanned && last.Token == reading.Left.SegmentStart - 1 && last.Unit == reading.Quantity.Unit!.Code;
    }

    // 与东溪镇相比,产值相差5亿元, 与时间进度相差7个百分点: what is spoken of is behind; 最快的和最慢的相差7个百分点 tells no side.
    private static bool Compares(BindingContext context, in Reading reading)
    {
        foreach (var plan in Plans)
            if (context.TextOf(reading.Left.SegmentStart, reading.Number) is ['与' or '同' or '和' or '距' or '离', ..] words && words.IndexOf(plan) > 0)
                return true;
        for (var i = reading.Number - 1; i >= 0 && !context.Tokens[i].IsMark(';'); i--)
            if (context.TextOf(i) is "相比" or "比" or "与" && i < reading.Left.SegmentStart) return true;
        return false;
    }

    // Whether a place, a plan or a goal is compared with, and whether an earlier time is.
    private static (bool Place, bool Time) Yardstick(BindingContext context, in Reading reading)
    {
        var (place, time) = (false, false);
        var tokens = context.Tokens;
        var from = reading.Left.YardstickEnd > reading.Left.YardstickStart ? reading.Left.YardstickStart : reading.Left.PredicateStart;
        // 比计划规定的单位数多227个: the word that compares names the plan.
        if (from > 0 && reading.Left.YardstickEnd > reading.Left.YardstickStart && tokens[from - 1].Is(Role.Than)
            && tokens[from - 1].Is(Role.Planned))
        {
            place = true;
        }
        for (var i = from; i < reading.Number; i++)
        {
            if (tokens[i].Is(Role.Place) || (tokens[i].Is(Role.Target) && !tokens[i].Is(Role.Will | Role.Modality))
                || context.TextOf(i) is "平均水平" or "预算" or "预算数")
            {
                place = true;
            }
            // 比一九五八年计划增长62%: planned to grow; the year is compared with.
            else if (tokens[i].Is(Role.Planned)) place |= !time || tokens[i + 1].Is(Role.Of);
            else if ((tokens[i].Kind == TokenKind.Time && context.Sentence.Times[tokens[i].Index].Kind != TimeKind.Same)
                || (tokens[i].Is(Role.Adverb) && tokens[i].Length > 2 && SaysEarlier(context.TextOf(i))))
            {
                time = true;
            }
        }

        return (place, time);
    }

    private static bool SaysEarlier(ReadOnlySpan<char> word) =>
        word.IndexOf("上年") >= 0 || word.IndexOf("去年") >= 0 || word.IndexOf("年初") >= 0 || word.IndexOf("同期") >= 0;
}
