using IndicatorPipeline.Extraction.Lexicons;

namespace IndicatorPipeline.Extraction.Binding.Rules;

/// <summary>
/// Finds: an average yearly change in percent. Example: 年均增长8.5%, 平均每年递增百分之六.
/// 年均增长10%,其中农业增长4%: the part is of the same years. Counter-example: 年均新增就业10万人 is an amount.
/// </summary>
internal sealed class AverageChange : BindingRule
{
    /// <inheritdoc/>
    public override string Name => "average yearly change";

    /// <inheritdoc/>
    public override bool TryBind(BindingContext context, in Reading reading, ref Claim claim)
    {
        if (!reading.Quantity.IsPercent || !(reading.Left.Says(Role.Average) || IsPartOfAverage(context, reading)) || !reading.Left.Says(Role.Change | Role.Pace)) return false;
        Set(ref claim, Measure.AverageGrowth, reading, reading.Left.Sign < 0 ? -1 : 1, "%");
        return true;
    }

    private static bool IsPartOfAverage(BindingContext context, in Reading reading) =>
        context.Claims.Count > 0 && context.Claims[^1].Measure == Measure.AverageGrowth && context.Sentence.Tokens[reading.Left.SegmentStart].Is(Role.OfWhich) && !reading.Left.Says(Role.Adverb);
}
