namespace IndicatorPipeline.Extraction;

/// <summary>The built-in tables that outside readers also need: indicators and regions.</summary>
public static class Catalog
{
    private static readonly Lazy<Dictionary<string, Indicator>> IndicatorsByName = new(ByName);

    /// <summary>All indicators, in the order of the table.</summary>
    public static IReadOnlyList<Indicator> Indicators => Tables.IndicatorTable.Default.All;

    /// <summary>The indicator of a code, of a name in either language, or of another name found in texts, in letters of either case; null where there
    /// is none. Of several that have a name the first of the table.</summary>
    public static Indicator? IndicatorNamed(string name) => IndicatorsByName.Value.GetValueOrDefault(name);

    /// <summary>Indicators that somebody may mean who wrote a name that none has: of the same family of codes, or with these words in their names; at
    /// most <paramref name="most"/>.</summary>
    public static IReadOnlyList<Indicator> IndicatorsLike(string name, int most)
    {
        var family = name.Split('.')[0];
        return [.. Indicators.Where(indicator =>
            indicator.Code.Contains(family, StringComparison.OrdinalIgnoreCase)
            || NamesOf(indicator).Any(one => one.Contains(name, StringComparison.OrdinalIgnoreCase))).Take(most)];
    }

    /// <summary>All regions, ordered by code.</summary>
    public static IReadOnlyList<Region> Regions => Tables.RegionTable.Default.All;

    /// <summary>The region of a GB/T 2260 code, or null; <c>CN</c> is the nation.</summary>
    public static Region? Region(string code) => Tables.RegionTable.Default.Find(code);

    /// <summary>The regions that bear a name (full, short or old), the higher level first.</summary>
    public static IReadOnlyList<Region> Named(string name) => [.. Tables.RegionTable.Default.Named(name)];

    private static Dictionary<string, Indicator> ByName()
    {
        var named = new Dictionary<string, Indicator>(StringComparer.OrdinalIgnoreCase);
        foreach (var indicator in Indicators) named.Add(indicator.Code, indicator);
        foreach (var indicator in Indicators) named.TryAdd(indicator.NameZh, indicator);
        foreach (var indicator in Indicators)
        {
            foreach (var name in NamesOf(indicator)) named.TryAdd(name, indicator);
        }

        return named;
    }

    // An alias may say its measure behind @; one that begins with … is no whole name.
    private static IEnumerable<string> NamesOf(Indicator indicator) =>
        indicator.Aliases.Where(alias => alias[0] != '…').Select(alias => alias.Split('@')[0]).Prepend(indicator.NameEn).Prepend(indicator.NameZh);
}
