using IndicatorPipeline.Extraction.Lexicons;

namespace IndicatorPipeline.Extraction.Binding.Rules;

/// <summary>
/// Finds: a change in percentage points (个百分点). Example: 城镇化率提高2个百分点 (+2), 比重下降0.5个百分点 (−0.5).
/// Counter-example: 高于全国2个百分点 is a distance.
/// </summary>
internal sealed class ChangeInPoints() : BindingRule(RuleKind.ChangeInPoints)
{
    /// <inheritdoc/>
    public override bool TryBind(BindingContext context, in Reading reading, ref Claim claim)
    {
        var sign = reading.Left.Sign != 0 ? reading.Left.Sign : reading.Left.LeadingSign;
        // 拉动GDP增长3.3个百分点: a contribution, no change of it.
        if (reading.Left.NameStart > 0 && reading.Left.HasName && context.TextOf(reading.Left.NameStart - 1) is "拉动" or "影响")
        {
            Set(ref claim, Measure.Level, reading, sign < 0 ? -1 : 1, "pp");
            claim.Subject = claim.Subject with { Term = null };
            return true;
        }

        // 降幅收窄2个百分点: what falls more slowly has risen.
        if (NamesFall(context, reading)) sign = -sign;
        Set(ref claim, Measure.Increment, reading, sign < 0 ? -1 : 1, "pp");
        return true;
    }

    private static bool NamesFall(BindingContext context, in Reading reading)
    {
        for (var i = reading.Left.NameStart; i < reading.Number; i++)
            if (context.Tokens[i] is var token && token.Is(Role.Pace) && !token.Is(Role.Change) && token.Sign < 0) return true;
        return false;
    }
}
