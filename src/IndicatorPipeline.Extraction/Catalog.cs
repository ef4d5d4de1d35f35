namespace IndicatorPipeline.Extraction;

/// <summary>The built-in tables that outside readers also need: indicators and regions.</summary>
public static class Catalog
{
    /// <summary>All indicators, in the order of the table.</summary>
    public static IReadOnlyList<Indicator> Indicators => Tables.IndicatorTable.Default.All;

    /// <summary>All regions, ordered by code.</summary>
    public static IReadOnlyList<Region> Regions => Tables.RegionTable.Default.All;

    /// <summary>The region of a GB/T 2260 code, or null; <c>CN</c> is the nation.</summary>
    public static Region? Region(string code) => Tables.RegionTable.Default.Find(code);

    /// <summary>The regions that bear a name (full, short or old), the higher level first.</summary>
    public static IReadOnlyList<Region> Named(string name) => [.. Tables.RegionTable.Default.Named(name)];
}
