using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Periods;
using IndicatorPipeline.Extraction.Recognition.Quantities;
using IndicatorPipeline.Extraction.Recognition.Tokens;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Binding.Rules;

/// <summary>
/// Finds: a change in percent or in 倍. Example: 增长5.7%, 下降3%以上 (−3, at most), 增长3.1倍 (310 %), 增速达8%.
/// Counter-example: 失业率下降10% is an increment of a rate; 提高到95% is a level; 是2005年的3倍 is a multiple.
/// </summary>
internal sealed class ChangeInPercent() : BindingRule(RuleKind.ChangeInPercent)
{
    /// <inheritdoc/>
    public override bool TryBind(BindingContext context, in Reading reading, ref Claim claim)
    {
        ref readonly var quantity = ref reading.Quantity;
        ref readonly var left = ref reading.Left;
        if (quantity.IsPercent && OverYear(context, reading.Number))
        {
            Set(ref claim, Measure.Growth, quantity, Bounds.Of(context, reading.Number, Bound.Exact), 1, "%");
            return true;
        }

        if (quantity.IsPercent && SignWithoutChange(context, reading) is var plain and not 0)
        {
            Set(ref claim, Measure.Growth, reading, plain, "%");
            return true;
        }

        if (left.Says(Role.ChangeTo)) return false;
        // 是2005年的3倍.
        if (left.Says(Role.Equals) && quantity.Dimension == Dimension.Multiple && !left.Says(Role.Change)) return false;
        var sign = left.Sign;
        if (!SaysChange(context, reading, ref sign)) return false;
        if (sign == 0) sign = 1;
        if (quantity.Dimension == Dimension.Multiple)
            Set(ref claim, Measure.Growth, InPercent(quantity), reading.Bound, sign, "%");
        else
            Set(ref claim, IsOfRate(context, reading) ? Measure.Increment : Measure.Growth, reading, sign, "%");
        return true;
    }

    // The direction of a percentage that no verb of change stands before; 0 where nothing tells one.
    private static int SignWithoutChange(BindingContext context, in Reading reading)
    {
        ref readonly var left = ref reading.Left;
        // 节约煤和电2%到3%.
        if (left.HasName && left.Predicate == 0 && left.NameEnd == reading.Number
            && context.TextOf(left.NameStart, left.NameEnd) is ['节', '约', _, ..] and not [.., '率'])
        {
            return -1;
        }
        if (reading.Number > 0 && !reading.HasRight && VerbOfChange(context.TextOf(reading.Number - 1)) is var verb and not 0) return verb;
        if (!left.Says(Role.ChangeTo)) return 0;
        // 上半年亏损增长39.8%,到11月这一数字下降为25.8%: the new pace of what the one before was told of.
        var pointsBack = reading.Inherits && left.HasName && context.Claims.Count > 0 && context.Claims[^1].Measure == Measure.Growth
            && EmptyNames.PointsBack(context.TextOf(left.NameStart, left.NameEnd));
        if (pointsBack) return context.Claims[^1].Low < 0 ? -1 : 1;
        // 降幅收窄至5.2%: the new pace, with the direction that its name has.
        return PaceThatChanges(context, reading);
    }

    // Whether the words tell of a change, which may have another direction than their verb.
    private static bool SaysChange(BindingContext context, in Reading reading, ref int sign)
    {
        ref readonly var left = ref reading.Left;
        if (left.Says(Role.Change) || (left.Says(Role.Pace) && !left.Says(Role.Share))) return true;
        if (NamesPace(context, reading, ref sign) || Behind(context, reading, ref sign) || Restates(context, reading, ref sign)) return true;
        // 增加投资5%: the verb stands before the name of an amount.
        var leads = left.LeadingSign != 0 && (left.Leading & Role.Change) != 0 && reading.Quantity.IsPercent && left.HasName;
        if (!leads || reading.Subject.Term is { Dimension: Dimension.Ratio } || NamesRate(context, reading)) return false;
        sign = left.LeadingSign;
        return true;
    }

    // 失业率下降10%: a rate has changed, by points.
    private static bool IsOfRate(BindingContext context, in Reading reading)
    {
        ref readonly var left = ref reading.Left;
        if (!left.Says(Role.Change)) return false;
        // 占支出的比重下降2.2%: points, said with the sign of percent.
        if (left.Says(Role.Pace)) return left.Says(Role.Share);
        // 高技术制造业增加值增长7%: the code is that of a share, but the name is an amount's.
        return reading.Subject.Term is { Dimension: Dimension.Ratio, IsIndex: false } && !NamesAmount(context, reading.Subject);
    }

    // 增长3.1倍 is 310 %. The division takes the zeros off the end that the factor puts there: 150, not 150.0.
    private static QuantityMention InPercent(QuantityMention quantity)
    {
        quantity.Low = quantity.Low * 100 / 1.0000000000000000000m;
        quantity.High = quantity.High * 100 / 1.0000000000000000000m;
        return quantity;
    }

    // 产量超过1957年20%: the year is compared with.
    private static bool OverYear(BindingContext context, int number)
    {
        var tokens = context.Tokens;
        if (number < 2 || tokens[number - 1].Kind != TokenKind.Time) return false;
        if (context.Sentence.Times[tokens[number - 1].Index].Use != TimeUse.Base) return false;
        for (var i = number - 2; i >= 0 && !Boundaries.IsClauseMark(tokens[i]) && tokens[i].Kind != TokenKind.Quantity; i--)
            if (context.TextOf(i) is "超过" or "超过了" or "超出") return true;
        return false;
    }

    // 开支节约10%, 减价40%供应: verbs that change a thing by so much, where it is no name's part.
    private static int VerbOfChange(ReadOnlySpan<char> verb) => verb switch
    {
        "节约" or "节约了" or "节减" or "节省" or "减价" or "再减价" => -1,
        "加价" or "再加价" or "涨价" => 1,
        _ => 0,
    };

    private static int PaceThatChanges(BindingContext context, in Reading reading)
    {
        for (var i = Math.Max(reading.Left.PredicateStart - 1, reading.Left.SegmentStart); i < reading.Number; i++)
            if (context.Tokens[i] is var token && token.Is(Role.Pace) && !token.Is(Role.Share | Role.Change)) return token.Sign < 0 ? -1 : 1;
        return 0;
    }

    // 增速8%, 物价涨幅3%: the noun phrase itself ends in the name of a pace.
    private static bool NamesPace(BindingContext context, in Reading reading, ref int sign)
    {
        if (!reading.Left.HasName) return reading.Subject.Term?.Measure == Measure.Growth && !reading.HasRight;
        var at = reading.Left.NameEnd - 1;
        // 增速最快的.
        while (at > reading.Left.NameStart && IsRank(context, context.Tokens[at])) at--;
        ref readonly var last = ref context.Tokens[at];
        if (!last.Is(Role.Pace) || last.Is(Role.Share)) return (reading.Subject.Term?.Measure ?? last.Indicator?.Measure) == Measure.Growth;
        sign = last.Sign;
        return true;
    }

    // 最快, 较高.
    private static bool IsRank(BindingContext context, in Token token) =>
        !token.Is(Role.Pace) && (token.Is(Role.Gap) || context.Text[token.Start] == '最');

    // 增产二千二百万吨,即百分之七点八: the same change said again in percent.
    private static bool Restates(BindingContext context, in Reading reading, ref int sign)
    {
        if (!reading.Inherits || reading.Number == 0 || context.Claims.Count == 0) return false;
        if (context.Claims[^1].Measure != Measure.Increment || context.Text[context.Tokens[reading.Number - 1].Start] != '即') return false;
        sign = context.Claims[^1].Low < 0 ? -1 : 1;
        return true;
    }

    // 实现7%左右的增长速度, 完成30%的固定资产投资增长: the pace stands behind the number.
    private static bool Behind(BindingContext context, in Reading reading, ref int sign)
    {
        if (!reading.IsPercent) return false;
        var tokens = context.Tokens;
        var next = BehindNumber(context, reading);
        if (next > Bounds.End(tokens, reading.Number) && next < tokens.Count && tokens[next].Is(Role.Pace) && !tokens[next].Is(Role.Share))
        {
            sign = tokens[next].Sign;
            return true;
        }

        if (!reading.HasRight) return false;
        ref readonly var last = ref context.Tokens[reading.RightEnd - 1];
        // 支撑了6.6%的经济增长: the indicator is a pace by its name.
        if (last.Indicator?.Measure == Measure.Growth) return true;
        var second = reading.RightEnd - 2 >= reading.RightStart ? context.Tokens[reading.RightEnd - 2] : default;
        foreach (var token in (ReadOnlySpan<Token>)[last, second])
        {
            if (!token.Is(Role.Pace) || token.Is(Role.Share)) continue;
            sign = token.Sign;
            return true;
        }

        return false;
    }

    // The word that may name the pace: 保持20%以上的|增长, 维持20%以上的高速|增长, 8%左右的生产总值|增长目标.
    private static int BehindNumber(BindingContext context, in Reading reading)
    {
        if (reading.HasRight)
            return reading.Subject.Term is { Dimension: Dimension.Money } ? reading.RightEnd : Bounds.ListEnd(context, reading.Number);
        var tokens = context.Tokens;
        var next = Bounds.ListEnd(context, reading.Number);
        if (next < tokens.Count && tokens[next].Is(Role.Of)) next++;
        return next + 1 < tokens.Count && tokens[next].Is(Role.Manner) && tokens[next + 1].Is(Role.Pace) ? next + 1 : next;
    }

    private static bool NamesAmount(BindingContext context, in Subject subject) =>
        (subject.Name is { Length: > 0 } name ? name : context.Text[subject.Start..subject.End]) is [.., '值' or '额'];

    private static bool NamesRate(BindingContext context, in Reading reading)
    {
        ref readonly var last = ref context.Tokens[reading.Left.NameEnd - 1];
        if (context.Text[last.End - 1] is '率' or '比' or '重' or '例') return true;
        return context.TextOf(reading.Left.NameStart, reading.Left.NameEnd).EndsWith("贡献度");
    }
}
