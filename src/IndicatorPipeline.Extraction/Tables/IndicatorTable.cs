namespace IndicatorPipeline.Extraction.Tables;

/// <summary>The catalogue of indicators (<c>indicators.tsv</c>).</summary>
internal sealed class IndicatorTable
{
    private IndicatorTable(IReadOnlyList<Indicator> all) => All = all;

    public static IndicatorTable Default { get; } = Load();

    /// <summary>In the order of the table.</summary>
    public IReadOnlyList<Indicator> All { get; }

    private static IndicatorTable Load()
    {
        var all = new List<Indicator>();
        foreach (var row in Tsv.Read("indicators.tsv"))
        {
            var measures = row["measures"].Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(code => Enum.GetValues<Measure>().Where(m => m.Code() == code).Cast<Measure?>().FirstOrDefault()
                    ?? throw row.Bad($"unknown measure '{code}'"));
            all.Add(new Indicator(row["code"], row["name_zh"], row["name_en"], row["dimension"], [.. measures], row.List("aliases")));
        }

        return new IndicatorTable(all);
    }
}
