namespace IndicatorPipeline.Extraction;

/// <summary>The built-in tables that outside readers also need: indicators and regions.</summary>
public static class Catalog
{
    /// <summary>All indicators, in the order of the table.</summary>
    public static IReadOnlyList<Indicator> Indicators => Tables.IndicatorTable.Default.All;

    /// <summary>All regions, ordered by code.</summary>
    public static IReadOnlyList<Region> Regions => Tables.RegionTable.Default.All;
}
