namespace IndicatorPipeline.Extraction.Binding.Rules;

/// <summary>
/// Finds: a ratio to an earlier level or another quantity. Example: 是2005年的3倍 (3), 达到上年的1.5倍 (1.5).
/// Counter-example: 增长3倍 is growth of 300 %.
/// </summary>
internal sealed class TimesAsMuch() : BindingRule(RuleKind.TimesAsMuch)
{
    /// <inheritdoc/>
    public override bool TryBind(BindingContext context, in Reading reading, ref Claim claim)
    {
        Set(ref claim, Measure.Multiple, reading, 1, "ratio");
        return true;
    }
}
