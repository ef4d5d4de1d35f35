using IndicatorPipeline.Extraction.Recognition.Numerals;

namespace IndicatorPipeline.Extraction.Binding.Rules;

/// <summary>
/// Finds: 翻番 and its kin. Example: 肉牛屠宰量实现翻番 (2), 比二〇〇〇年翻两番 (4).
/// Counter-example: 增长一倍 is growth of 100 %.
/// </summary>
internal sealed class Doubling() : BindingRule(RuleKind.Doubling)
{
    /// <inheritdoc/>
    public override bool TryBind(BindingContext context, in Reading reading, ref Claim claim)
    {
        if (!reading.Quantity.Is(NumeralTraits.Doubling)) return false;
        Set(ref claim, Measure.Multiple, reading, 1, "ratio");
        return true;
    }
}
