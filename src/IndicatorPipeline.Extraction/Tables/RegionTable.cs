namespace IndicatorPipeline.Extraction.Tables;

/// <summary>Administrative divisions (<c>regions.tsv</c>).</summary>
internal sealed class RegionTable
{
    private RegionTable(IReadOnlyList<Region> all) => All = all;

    public static RegionTable Default { get; } = Load();

    /// <summary>Ordered by code.</summary>
    public IReadOnlyList<Region> All { get; }

    private static RegionTable Load()
    {
        var all = new List<Region>();
        foreach (var row in Tsv.Read("regions.tsv"))
        {
            var code = row["code"];
            var level = Enum.GetValues<GovernmentLevel>().FirstOrDefault(l => l.Code() == row["level"]);
            if (level == GovernmentLevel.Unknown) throw row.Bad($"unknown level '{row["level"]}'");
            var parent = level switch
            {
                GovernmentLevel.Nation => null,
                GovernmentLevel.Province => "000000",
                GovernmentLevel.Prefecture => code[..2] + "0000",
                _ => code[..4] + "00",
            };
            all.Add(new Region(code, row["name"], row["short_name"], row["name_en"] is { Length: > 0 } name ? name : null, level, parent));
        }

        return new RegionTable(all);
    }
}
