using System.Runtime.CompilerServices;
using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Tokens;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Binding.Rules;

/// <summary>
/// Finds: a distance from another place's or a planned figure. Example: 增速高于全国0.7个百分点 (+0.7), 比预算少支出3亿元 (−3e8), 距目标还差2.4个百分点 (−2.4).
/// Counter-example: 比上年提高0.7个百分点 and 高于去年同期0.7个百分点 are increments.
/// </summary>
internal sealed class DistanceFromYardstick() : BindingRule(RuleKind.DistanceFromYardstick)
{
    private static readonly string[] Plans = ["进度", "计划", "目标", "要求", "平均", "水平"];

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public override bool TryBind(BindingContext context, in Reading reading, ref Claim claim) =>
        MayCompare(context, reading) && BindCompared(context, reading, ref claim);

    // Most numbers are compared with nothing.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool MayCompare(BindingContext context, in Reading reading)
    {
        if (reading.Left.Says(Role.Gap | Role.Than)) return true;
        var mayPassPlan = reading.Left.Says(Role.Change) || reading.Dimension is Dimension.Ratio or Dimension.Points;
        return mayPassPlan && MayBePlanned(context, reading.Number);
    }

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
        var passes = PassesPlan(context, reading);
        var follows = FollowsPlan(context, reading);
        var compares = left.Says(Role.Gap | Role.Than);
        if (!passes && !compares && !(follows && left.Says(Role.Change))) return false;
        if (Bounds.IsCompared(context, reading.Number)) return false;
        // 高于年初52亿元的目标: the goal itself.
        if (reading.Dimension != Dimension.Points && context.Says(Role.Target) && Bounds.IsCalledGoal(context, reading.Number)) return false;
        var (place, time) = compares || passes || follows ? Yardstick(context, reading) : default;
        int sign;
        if (SaysShortfall(context, reading)) sign = left.GapSign < 0 || Compares(context, reading) ? -1 : 1;
        else if (passes) sign = left.GapSign;
        // 比预算少支出, 比第一位的清江区少: a change that is none, because nothing earlier is compared with.
        else if (left.Says(Role.Change) && (follows || (place && left.Says(Role.Than)))) sign = left.Sign;
        else if (IsDistance(context, reading, place, time)) sign = left.GapSign;
        else return false;
        // 高于 is the comparison itself here, not a bound.
        var isComparison = left.Says(Role.Gap) && left.Bound is Bound.MoreThan or Bound.LessThan;
        var bound = Bounds.Of(context, reading.Number, isComparison ? Bound.Exact : left.Bound);
        var measure = time && !place ? Measure.Increment : Measure.Gap;
        Set(ref claim, measure, reading.Quantity, bound, sign < 0 ? -1 : 1, reading.Quantity.Unit!.Code);
        return true;
    }

    // 高于全国0.7个百分点, 比常规品种高15%; but 比往年高15% is a change.
    private static bool IsDistance(BindingContext context, in Reading reading, bool place, bool time)
    {
        ref readonly var left = ref reading.Left;
        if (!left.Says(Role.Gap) || (left.Says(Role.Change) && !left.Says(Role.Than))) return false;
        var compared = left.YardstickEnd > left.YardstickStart && left.Says(Role.Than);
        return reading.Quantity.Unit!.Dimension switch
        {
            Dimension.Points => true,
            // 高于全国平均水平6%.
            Dimension.Ratio when place && context.TextOf(reading.Number - 1) is "水平" or "平均水平" or "平均" => true,
            Dimension.Ratio => compared && !time && context.TextOf(left.YardstickStart, left.YardstickEnd).IndexOfAny("年期往原前过昔") < 0,
            // 均价比去年低120元; but 超去年 bounds.
            _ => compared || place || (time && context.TextOf(reading.Number - 1) is "高" or "低"),
        };
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
        if (reading.Number == 0) return false;
        var tokens = context.Tokens;
        ref readonly var before = ref tokens[reading.Number - 1];
        // 超预算3200万元.
        if (before.Is(Role.Gap) && before.Is(Role.Planned)) return true;
        if (reading.Dimension is not (Dimension.Ratio or Dimension.Points)) return false;
        ref readonly var second = ref tokens[Math.Max(0, reading.Number - 2)];
        // 较原来预算高28.1%.
        if (before.Is(Role.Gap) && reading.Number > 1 && second.Is(Role.Than) && second.Is(Role.Planned)) return true;
        if (!before.Is(Role.Planned) && context.Text[before.Start] is not ('超' or '预')) return false;
        var word = context.TextOf(reading.Number - 1);
        // 超额百分之十二完成了全年计划.
        if (reading.IsPercent && word is "超额")
        {
            var next = Bounds.End(tokens, reading.Number);
            if (next < tokens.Count && context.TextOf(next).StartsWith("完成")) return true;
        }

        // 低于计划3.5%的控制目标: what was planned, no distance from it.
        if (Bounds.IsCalledGoal(context, reading.Number)) return false;
        // 超过计划8%, 超额完成年计划6.4%.
        var namesPlan = before.Is(Role.Planned) || word is "预算" or "预算数";
        return reading.Number > 1 && namesPlan && (second.Is(Role.Gap) || context.TextOf(reading.Number - 2).EndsWith("超额完成"));
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
        for (var i = reading.Left.SegmentStart - 1; i >= 0 && !context.Tokens[i].IsMark(';'); i--)
            if (context.TextOf(i) is "相比" or "比" or "与") return true;
        return false;
    }

    // Whether a place, a plan or a goal is compared with, and whether an earlier time is.
    private static (bool Place, bool Time) Yardstick(BindingContext context, in Reading reading)
    {
        var (place, time) = (false, false);
        var tokens = context.Tokens;
        var named = reading.Left.YardstickEnd > reading.Left.YardstickStart;
        var from = named ? reading.Left.YardstickStart : reading.Left.PredicateStart;
        // 比计划规定的单位数多227个: the word that compares names the plan.
        if (named && from > 0 && tokens[from - 1].Is(Role.Than) && tokens[from - 1].Is(Role.Planned)) place = true;
        for (var i = from; i < reading.Number; i++)
        {
            if (NamesOther(context, i)) place = true;
            // 比一九五八年计划增长62%: planned to grow; the year is compared with.
            else if (tokens[i].Is(Role.Planned)) place |= !time || tokens[i + 1].Is(Role.Of);
            else if (IsFigureOfPlan(context, i)) place = true;
            else if (NamesEarlier(context, i)) time = true;
        }

        return (place, time);
    }

    // 比“八五”计划指标高10个百分点: the plan of several years is compared with, not they.
    private static bool IsFigureOfPlan(BindingContext context, int time) =>
        context.Tokens[time].Kind == TokenKind.Time && context.Text[context.Tokens[time].End - 1] == '划'
        && context.Text[context.Tokens[time].End..context.Sentence.End] is ['指', '标', ..] or ['规', '定', ..] or ['要', '求', ..] or ['目', '标', ..];

    // Another place, a goal, 全国平均水平, 预算.
    private static bool NamesOther(BindingContext context, int word)
    {
        ref readonly var token = ref context.Tokens[word];
        if (token.Is(Role.Place) || (token.Is(Role.Target) && !token.Is(Role.Will | Role.Modality))) return true;
        return context.TextOf(word) is "平均水平" or "预算" or "预算数";
    }

    // 2019年, 比上年, 较年初.
    private static bool NamesEarlier(BindingContext context, int word)
    {
        ref readonly var token = ref context.Tokens[word];
        if (token.Kind == TokenKind.Time) return context.Sentence.Times[token.Index].Kind != TimeKind.Same;
        return token.Is(Role.Adverb) && token.Length > 2 && SaysEarlier(context.TextOf(word));
    }

    private static bool SaysEarlier(ReadOnlySpan<char> word) =>
        word.IndexOf("上年") >= 0 || word.IndexOf("去年") >= 0 || word.IndexOf("年初") >= 0 || word.IndexOf("同期") >= 0;
}
