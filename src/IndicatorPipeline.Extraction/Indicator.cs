namespace IndicatorPipeline.Extraction;

/// <summary>A row of the catalogue of indicators.</summary>
/// <param name="Code">Stable code; a dot separates a part from its whole (<c>gdp.tertiary</c>).</param>
/// <param name="Tier">Whether it is of the founding catalogue.</param>
/// <param name="NameZh">Chinese name.</param>
/// <param name="BureauTerm">The National Bureau of Statistics' own term, or null where it has none.</param>
/// <param name="NameEn">English name.</param>
/// <param name="Dimension"><c>money</c>, <c>ratio</c>, <c>persons</c>, <c>count</c>, <c>area</c>, <c>mass</c>, <c>length</c>, <c>energy</c>,
/// <c>power</c>, <c>time</c>, <c>intensity</c>, <c>concentration</c> …</param>
/// <param name="Measures">The measures it is usually stated in.</param>
/// <param name="Aliases">Other names found in texts; one that begins with … is the end of the names of a kind.</param>
public sealed record Indicator(
    string Code,
    Tier Tier,
    string NameZh,
    string? BureauTerm,
    string NameEn,
    string Dimension,
    IReadOnlyList<Measure> Measures,
    IReadOnlyList<string> Aliases)
{
    /// <summary>Code of the indicator it is a part of, or null.</summary>
    public string? Parent => Code.LastIndexOf('.') is var dot and > 0 ? Code[..dot] : null;
}
