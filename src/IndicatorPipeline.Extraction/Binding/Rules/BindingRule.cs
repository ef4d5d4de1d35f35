using IndicatorPipeline.Extraction.Recognition.Quantities;

namespace IndicatorPipeline.Extraction.Binding.Rules;

/// <summary>One way in which words bind a number to an indicator: a measure, a sign, a value.</summary>
/// <param name="kind">Which of the rules it is.</param>
internal abstract class BindingRule(RuleKind kind)
{
    /// <summary>Which of the rules it is.</summary>
    public RuleKind Kind { get; } = kind;

    /// <summary>Fills measure, value, bound and unit of <paramref name="claim"/>; false where the rule does not apply.</summary>
    public abstract bool TryBind(BindingContext context, in Reading reading, ref Claim claim);

    /// <summary>Sets the value with its sign; the bound turns with it.</summary>
    protected static void Set(ref Claim claim, Measure measure, in Reading reading, int sign, string unit) =>
        Set(ref claim, measure, reading.Quantity, reading.Bound, sign, unit);

    /// <summary>Sets the value with its sign and a bound of its own, which turns with it.</summary>
    protected static void Set(ref Claim claim, Measure measure, in QuantityMention quantity, Bound bound, int sign, string unit)
    {
        claim.Measure = measure;
        claim.Unit = unit;
        // 下降-3.1%: the sign says once more what the verb says.
        if (sign >= 0 || decimal.IsNegative(quantity.Low))
        {
            claim.Low = quantity.Low;
            claim.High = quantity.High;
            claim.Bound = bound;
            return;
        }

        claim.Low = -quantity.High;
        claim.High = -quantity.Low;
        claim.Bound = Bounds.Turn(bound);
    }
}
