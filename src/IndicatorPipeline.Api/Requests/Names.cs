using IndicatorPipeline.Extraction;

namespace IndicatorPipeline.Api.Requests;

/// <summary>Finds indicators and regions by what a person writes for them.</summary>
internal static class Names
{
    private static readonly ILookup<string, Region> RegionNames = Catalog.Regions
        .SelectMany(region => NamesOf(region).Distinct().Select(name => (name, region)))
        .ToLookup(pair => pair.name, pair => pair.region, StringComparer.OrdinalIgnoreCase);

    /// <summary>The code for a code or a name; null where there is none.</summary>
    public static string? Indicator(string name) => Catalog.IndicatorNamed(name)?.Code;

    /// <summary>Whether a code is of the wider catalogue.</summary>
    public static bool IsOpen(string code) => Catalog.IndicatorNamed(code)?.Tier == Tier.Open;

    /// <summary>Codes that look like <paramref name="name"/>, at most five.</summary>
    public static IReadOnlyList<string> IndicatorsLike(string name) => [.. Catalog.IndicatorsLike(name, 5).Select(indicator => indicator.Code)];

    /// <summary>The region codes for a six-digit code or a name, full or short, Chinese or English. Several where divisions share a name.</summary>
    /// <remarks>A code that the built-in table does not hold is taken as it is: divisions come and go.</remarks>
    public static IReadOnlyList<string> Regions(string name)
    {
        if (name.Equals("CN", StringComparison.OrdinalIgnoreCase))
        {
            return ["000000"];
        }

        return name is { Length: 6 } && name.All(char.IsAsciiDigit) ? [name] : [.. RegionNames[name].Select(region => region.Code).Distinct()];
    }

    /// <summary>The half-open range of codes of a region and all divisions below it, by the zeros that GB/T 2260 fills with.</summary>
    public static (string From, string To) Below(string code)
    {
        var number = int.Parse(code, null);
        var width = number == 0 ? 1_000_000 : number % 10_000 == 0 ? 10_000 : number % 100 == 0 ? 100 : 1;
        return (code, (number + width).ToString("D6", null));
    }

    private static string[] NamesOf(Region region) => [region.Code, region.Name, region.ShortName, region.NameEn ?? region.Name];
}
