namespace IndicatorPipeline.Extraction.Binding.Rules;

/// <summary>
/// Finds: an amount or a count. Example: 生产总值完成55.62亿元, 5处集中供水工程, 造林6.16万亩.
/// Counter-example: a bare number whose noun gives no unit stays unbound.
/// </summary>
internal sealed class Amount() : BindingRule(RuleKind.Amount)
{
    /// <inheritdoc/>
    public override bool TryBind(BindingContext context, in Reading reading, ref Claim claim)
    {
        if (Units.Of(context, reading) is not { } unit) return false;
        Set(ref claim, Measure.Level, reading, 1, unit);
        return true;
    }
}
