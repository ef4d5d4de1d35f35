using IndicatorPipeline.Api.Tests.Hosting;
using IndicatorPipeline.Testing;

namespace IndicatorPipeline.Api.Tests.Series;

[Collection(SeededApiCollection.Name)]
public sealed class SeriesTests(SeededApi api)
{
    [PostgresFact]
    public async Task A_series_has_one_point_a_year_in_order()
    {
        var series = Assert.Single(await api.ItemsAsync("/api/v1/series/gdp.370000.actual.growth"));
        Assert.Equal("gdp.370000.actual.growth", series.GetProperty("key").GetString());
        Assert.Equal(
            ["2020 2.3", "2021 8.1", "2022 3", "2023 5.2", "2024 4.9"],
            series.GetProperty("points").EnumerateArray().Select(point => $"{point.GetProperty("period_start")} {point.GetProperty("low")}"));
    }

    [PostgresFact]
    public async Task Two_sources_that_disagree_are_one_point_that_says_so()
    {
        var series = Assert.Single(await api.ItemsAsync("/api/v1/series/gdp.330000.actual.growth?from=2023&to=2023"));
        var point = Assert.Single(series.GetProperty("points").EnumerateArray());
        Assert.Equal(("5.2", 2, true),
            (point.GetProperty("low").ToString(), point.GetProperty("statements").GetInt32(), point.GetProperty("conflict").GetBoolean()));
    }

    [PostgresFact]
    public async Task Wildcards_list_all_series_and_pages_cut_between_them()
    {
        var keys = new List<string>();
        for (string? next = "/api/v1/series?key=gdp...&limit=2"; next is not null;)
        {
            var page = await api.GetAsync(next);
            keys.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("key").GetString()!));
            Assert.Equal(12, page.GetProperty("total").GetInt32());
            next = page.GetProperty("next").GetString();
        }

        Assert.Equal(12, keys.Count);
        Assert.Equal(keys.Distinct().Order(StringComparer.Ordinal), keys);
    }

    [PostgresTheory]
    [InlineData("/api/v1/series/gdp.370000.target+actual.growth.csv")]
    [InlineData("/api/v1/series.csv?key=gdp.370000.target+actual.growth")]
    [InlineData("/api/v1/series.csv?key=gdp.370000.target%2Bactual.growth")]
    public async Task Csv_has_one_line_a_point(string path)
    {
        var lines = (await api.Client.GetStringAsync(path)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("key,indicator,region_code,status,measure,period_start,", lines[0], StringComparison.Ordinal);
        Assert.Equal(10, lines.Length - 1);
    }
}
