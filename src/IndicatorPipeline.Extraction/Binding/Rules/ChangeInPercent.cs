using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Quantities;
using IndicatorPipeline.Extraction.Recognition.Tokens;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Binding.Rules;

/// <summary>
/// Finds: a change in percent or in 倍. Example: 增长5.7%, 下降3%以上 (−3, at most), 增长3.1倍 (310 %), 增速达8%.
/// Counter-example: 失业率下降10% is an increment of a rate; 提高到95% is a level; 是2005年的3倍 is a multiple.
/// </summary>
internal sealed class ChangeInPercent() : BindingRule("change in percent")
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

        // 节约煤和电2%到3%.
        if (quantity.IsPercent && left.HasName && left.Predicate == 0 && left.NameEnd == reading.Number
            && context.TextOf(left.NameStart, left.NameEnd) is ['节', '约', _, ..] and not [.., '率'])
        {
            Set(ref claim, Measure.Growth, reading, -1, "%");
            return true;
        }

        if (quantity.IsPercent && reading.Number > 0 && !reading.HasRight && VerbOfChange(context.TextOf(reading.Number - 1)) is var verb and not 0)
        {
            Set(ref claim, Measure.Growth, reading, verb, "%");
            return true;
        }

        if (quantity.IsPercent && left.Says(Role.ChangeTo) && PaceThatChanges(context, reading) is var pace and not 0)
        {
            // 降幅收窄至5.2%: the new pace, with the direction that its name has.
            Set(ref claim, Measure.Growth, reading, pace, "%");
            return true;
        }

        if (left.Says(Role.ChangeTo) || left.Says(Role.Equals) && quantity.Dimension == Dimension.Multiple && !left.Says(Role.Change)) return false;
        var sign = left.Sign;
        if (!left.Says(Role.Change) && !(left.Says(Role.Pace) && !left.Says(Role.Share)) && !NamesPace(context, reading, ref sign)
            && !Behind(context, reading, ref sign) && !Restates(context, reading, ref sign))
        {
            if (!(left.LeadingSign != 0 && (left.Leading & Role.Change) != 0 && quantity.IsPercent && left.HasName
                && reading.Subject.Term is not { Dimension: Dimension.Ratio } && !NamesRate(context, reading)))
            {
                return false;
            }
            sign = left.LeadingSign;
        }

        if (sign == 0) sign = 1;
        if (quantity.Dimension == Dimension.Multiple)
        {
            Set(ref claim, Measure.Growth, InPercent(quantity), reading.Bound, sign, "%");
            return true;
        }

        // 高技术制造业增加值增长7%: the code is that of a share, but the name is an amount's.
        // 占支出的比重下降2.2%: points, said with the sign of percent.
        var rate = left.Says(Role.Change) && left.Says(Role.Share) && left.Says(Role.Pace)
            || reading.Subject.Term is { Dimension: Dimension.Ratio, IsIndex: false } && left.Says(Role.Change) && !left.Says(Role.Pace)
            && !NamesAmount(context, reading.Subject);
        Set(ref claim, rate ? Measure.Increment : Measure.Growth, reading, sign, "%");
        return true;
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
        if (number < 2 || tokens[number - 1].Kind != TokenKind.Time
            || context.Sentence.Times[tokens[number - 1].Index].Use != Recognition.Periods.TimeUse.Base)
        {
            return false;
        }
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
        while (at > reading.Left.NameStart && !context.Tokens[at].Is(Role.Pace)
            && (context.Tokens[at].Is(Role.Gap) || context.Text[context.Tokens[at].Start] == '最'))
        {
            at--;
        }
        ref readonly var last = ref context.Tokens[at];
        if (!last.Is(Role.Pace) || last.Is(Role.Share)) return (reading.Subject.Term?.Measure ?? last.Indicator?.Measure) == Measure.Growth;
        sign = last.Sign;
        return true;
    }

    // 增产二千二百万吨,即百分之七点八: the same change said again in percent.
    private static bool Restates(BindingContext context, in Reading reading, ref int sign)
    {
        if (!reading.Inherits || context.Claims.Count == 0 || context.Claims[^1].Measure != Measure.Increment || reading.Number == 0) return false;
        if (context.Text[context.Tokens[reading.Number - 1].Start] != '即') return false;
        sign = context.Claims[^1].Low < 0 ? -1 : 1;
        return true;
    }

    // 实现7%左右的增长速度, 完成30%的固定资产投资增长: the pace stands behind the number.
    private static bool Behind(BindingContext context, in Reading reading, ref int sign)
    {
        if (!reading.IsPercent) return false;
        var tokens = context.Tokens;
        // 保持20%以上的增长, 8%左右的生产总值增长目标: the verb ends the nouns.
        var next = reading.HasRight && reading.Subject.Term is { Dimension: Dimension.Money } ? reading.RightEnd
            : Bounds.ListEnd(context, reading.Number);
        if (!reading.HasRight && next < tokens.Count && tokens[next].Is(Role.Of)) next++;
        // 维持20%以上的高速增长.
        if (!reading.HasRight && next + 1 < tokens.Count && tokens[next].Is(Role.Manner) && tokens[next + 1].Is(Role.Pace)) next++;
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
        foreach (var token in (ReadOnlySpan<Recognition.Tokens.Token>)[last, second])
        {
            if (!token.Is(Role.Pace) || token.Is(Role.Share)) continue;
            sign = token.Sign;
            return true;
        }

        return false;
    }

    private static bool NamesAmount(BindingContext context, in Subject subject) =>
        (subject.Name is { Length: > 0 } name ? name : context.Text[subject.Start..subject.End]) is [.., '值' or '额'];

    private static bool NamesRate(BindingContext context, in Reading reading)
    {
        ref readonly var last = ref context.Tokens[reading.Left.NameEnd - 1];
        return context.Text[last.End - 1] is '率' or '比' or '重' or '例' || context.TextOf(reading.Left.NameStart, reading.Left.NameEnd).EndsWith("贡献度");
    }
}
