using IndicatorPipeline.Extraction.Recognition.Quantities;

namespace IndicatorPipeline.Extraction.Binding.Rules;

/// <summary>One way in which words bind a number to an indicator: a measure, a sign, a value.</summary>
/// <param name="name">The name that observations carry, what the rule finds.</param>
internal abstract class BindingRule(string name)
{
    /// <summary>The name that observations carry, what the rule finds.</summary>
    public string Name { get; } = name;

    /// <summary>Fills measure, value, bound and unit of <paramref name="claim"/>; false where the rule does not apply.</summary>
    public abstract bool TryBind(BindingContext context, in Reading reading, ref Claim claim);

    /// <summary>Sets the value with its sign; the bound turns with it.</summary>
    protected static void Set(ref Claim claim, Measure measure, in Reading reading, int sign, string unit, int factor = 1) =>
        Set(ref claim, measure, reading.Quantity, reading.Bound, sign, unit, factor);

    /// <summary>Sets the value with its sign and a bound of its own, which turns with it.</summary>
    protected static void Set(ref Claim claim, Measure measure, in QuantityMention quantity, Bound bound, int sign, string unit, int factor = 1)
    {
        claim.Measure = measure;
        claim.Unit = unit;
        var low = quantity.Low;
        var high = quantity.High;
        if (factor != 1)
        {
            // The division takes the zeros off the end that the factor puts there: 150, not 150.0.
            low = low * factor / 1.0000000000000000000m;
            high = high * factor / 1.0000000000000000000m;
        }

        // 下降-3.1%: the sign says once more what the verb says.
        if (decimal.IsNegative(low)) sign = 1;
        (claim.Low, claim.High) = sign < 0 ? (-high, -low) : (low, high);
        claim.Bound = sign < 0 ? Bounds.Turn(bound) : bound;
    }
}
