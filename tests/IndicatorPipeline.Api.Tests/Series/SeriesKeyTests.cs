using IndicatorPipeline.Api.Problems;
using IndicatorPipeline.Api.Requests;
using IndicatorPipeline.Api.Series;
using Microsoft.AspNetCore.Http;

namespace IndicatorPipeline.Api.Tests.Series;

public sealed class SeriesKeyTests
{
    [Theory]
    [InlineData("gdp.370000.target.growth", "gdp|370000|target|growth")]
    [InlineData("gdp.tertiary.370000.target.growth", "gdp.tertiary|370000|target|growth")]
    [InlineData("industry.value_added.above_scale.CN.actual.level", "industry.value_added.above_scale|000000|actual|level")]
    [InlineData("gdp+gdp.tertiary.370000+110000.target+actual.growth+level", "gdp,gdp.tertiary|370000,110000|target,actual|growth,level")]
    [InlineData("gdp.*.*.*", "gdp|||")]
    [InlineData("...", "|||")]
    [InlineData("...growth", "|||growth")]
    [InlineData(".370000..", "|370000||")]
    [InlineData("地区生产总值.山东.target.growth", "gdp|370000|target|growth")]
    public void The_last_three_dots_part_the_key(string text, string expected)
    {
        var key = SeriesKey.Read(text, Reader(out _));
        Assert.Equal(expected, string.Join('|', new[] { key.Indicators, key.Regions, key.Statuses, key.Measures }.Select(part =>
            string.Join(',', part))));
    }

    [Theory]
    [InlineData("gdp", "three dots")]
    [InlineData("gdp.370000.target", "three dots")]
    [InlineData("gpd.370000.target.growth", "no indicator 'gpd'")]
    [InlineData("gdp.Atlantis.target.growth", "no region 'Atlantis'")]
    [InlineData("gdp.370000.promised.growth", "'promised' is no status")]
    [InlineData("gdp.370000.target.speed", "'speed' is no measure")]
    [InlineData("gdp++.370000.target.growth", "no indicator ''")]
    public void A_wrong_part_is_named(string text, string message)
    {
        _ = SeriesKey.Read(text, Reader(out var reader));
        var problem = Assert.Throws<ProblemException>(reader.ThrowIfWrong).Problem;
        Assert.Contains(message, problem.Detail, StringComparison.Ordinal);
        Assert.All(problem.Errors, error => Assert.Equal("key", error.Parameter));
    }

    private static QueryReader Reader(out QueryReader reader) => reader = new QueryReader(new QueryCollection(), []);
}
