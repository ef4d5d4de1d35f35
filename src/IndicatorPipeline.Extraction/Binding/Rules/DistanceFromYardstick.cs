using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Binding.Rules;

/// <summary>
/// Finds: a distance in percentage points from another place's or a planned figure. Example: 增速高于全国0.7个百分点 (+0.7), 低于全省1个百分点 (−1).
/// Counter-example: 比上年提高0.7个百分点 is an increment.
/// </summary>
internal sealed class DistanceFromYardstick : BindingRule
{
    /// <inheritdoc/>
    public override string Name => "distance from a yardstick";

    /// <inheritdoc/>
    public override bool TryBind(BindingContext context, in Reading reading, ref Claim claim)
    {
        if (!reading.Left.Says(Role.Gap) || (reading.Left.Says(Role.Change) && !reading.Left.Says(Role.Than))) return false;
        var compared = reading.Left.YardstickEnd > reading.Left.YardstickStart && reading.Left.Says(Role.Than);
        if (reading.Quantity.Dimension != Dimension.Points && !(compared && reading.Quantity.Unit is { Dimension: not (Dimension.Ratio or Dimension.Multiple) })) return false;
        var turned = reading;
        // 高于 is the comparison itself here, not a bound.
        turned.Bound = Bounds.Of(context, reading.Number, Bound.Exact);
        Set(ref claim, Measure.Gap, turned, reading.Left.GapSign < 0 ? -1 : 1, reading.Quantity.Unit!.Code);
        return true;
    }
}
