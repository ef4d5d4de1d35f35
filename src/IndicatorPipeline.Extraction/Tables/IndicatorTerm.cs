namespace IndicatorPipeline.Extraction.Tables;

/// <summary>A name of an indicator in texts.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Dimension">The kinds of unit its level can have.</param>
/// <param name="TakesModifiers">Whether a noun before the name leaves the indicator the same (肉羊饲养量 is 饲养量; 产业投资 is not 投资).</param>
/// <param name="Measure">The measure that the name itself says (新增贷款: increment), or null.</param>
internal sealed record IndicatorTerm(Indicator Indicator, Dimension Dimension, bool TakesModifiers, Measure? Measure)
{
    /// <summary>Whether the level is an index, so that 增长2% is its growth and no increment.</summary>
    public bool IsIndex { get; } = Dimension == Dimension.Ratio && (Indicator.NameZh.EndsWith("指数", StringComparison.Ordinal) || Indicator.Code.StartsWith("prices.", StringComparison.Ordinal));

    /// <summary>Whether the level is itself a price index, so that 上涨2% is its growth and no increment.</summary>
    public bool IsPriceIndex { get; } = Dimension == Dimension.Ratio && Indicator.Code.StartsWith("prices.", StringComparison.Ordinal);
}
