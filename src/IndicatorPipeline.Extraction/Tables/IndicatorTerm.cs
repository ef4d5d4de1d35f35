namespace IndicatorPipeline.Extraction.Tables;

/// <summary>A name of an indicator in texts.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Dimension">The kinds of unit its level can have.</param>
/// <param name="TakesModifiers">Whether a noun before the name leaves the indicator the same (肉羊饲养量 is 饲养量; 产业投资 is not 投资).</param>
/// <param name="Measure">The measure that the name itself says (新增贷款: increment), or null.</param>
internal sealed record IndicatorTerm(Indicator Indicator, Dimension Dimension, bool TakesModifiers, Measure? Measure)
{
    /// <summary>Number of the catalogue's row, from 1.</summary>
    public required int Row { get; init; }

    /// <summary>The indicator's code: known without a look at its row.</summary>
    public string Code { get; } = Indicator.Code;

    /// <summary>Whether the level is an index, so that 增长2% is its growth and no increment.</summary>
    public bool IsIndex { get; } = Dimension == Dimension.Ratio
        && (Indicator.NameZh.EndsWith("指数", StringComparison.Ordinal) || Indicator.Code.StartsWith("prices.", StringComparison.Ordinal));

    /// <summary>Whether it is of the founding catalogue.</summary>
    public bool IsCore { get; } = Indicator.Tier == Tier.Core;

    /// <summary>Whether it counts investment projects.</summary>
    public bool CountsProjects { get; } = Indicator.Code == "projects.count";

    /// <summary>Whether it is what investment projects cost.</summary>
    public bool IsInvestment { get; } = Indicator.Code == "projects.investment";

    /// <summary>Whether it is the number of all people.</summary>
    public bool IsPopulation { get; } = Indicator.Code == "population.total";

    /// <summary>Whether it is the gross product.</summary>
    public bool IsProduct { get; } = Indicator.Code == "gdp";

    /// <summary>Whether it counts the people lifted out of poverty, which is told by the name of those who are poor, too.</summary>
    public bool CountsLifted { get; } = Indicator.Code == "poverty.lifted";

    /// <summary>The beginning of its code that it shares with its family (<c>agriculture.</c>), or nothing: one object for all of them.</summary>
    public string Family { get; } = string.Intern(Indicator.Code[..(Indicator.Code.IndexOf('.', StringComparison.Ordinal) + 1)]);

    /// <summary>Whether it is what is made of a product.</summary>
    public bool IsOutput { get; } = Indicator.NameZh.EndsWith("产量", StringComparison.Ordinal);

    /// <summary>Whether it counts firms, people or things that are there: a stock, which 新增 adds to.</summary>
    public required bool IsStock { get; init; }

    /// <summary>Whether a single firm has such a figure too, which is none of the place.</summary>
    public bool IsOfFirms { get; } = Indicator.Code is "fiscal.revenue.tax" or "innovation.patents" or "industry.profit_tax" or "industry.profit"
        or "industry.revenue" or "industry.gross_output" or "trade.exports" or "innovation.rd_spending";

    /// <summary>Whether the level is itself a price index, so that 上涨2% is its growth and no increment.</summary>
    public bool IsPriceIndex { get; } = Dimension == Dimension.Ratio && Indicator.Code.StartsWith("prices.", StringComparison.Ordinal);
}
