using IndicatorPipeline.Jobs;
using Microsoft.Extensions.Configuration;

namespace IndicatorPipeline.Storage.Tests.Jobs;

public sealed class JobOptionsTests
{
    [Fact]
    public void Nothing_configured_means_two_at_night_in_Shanghai() => Assert.Equal("0 2 * * * Asia/Shanghai", Read().Schedule.ToString());

    [Fact]
    public void Sources_come_in_one_line_or_by_number() =>
        Assert.Equal(["/a", "https://b/c", "/d"], Read(("Sources", "/a; https://b/c"), ("Sources:0", "/d")).Sources);

    [Theory]
    [InlineData("Cron", "2 am", "five fields")]
    [InlineData("Cron", "60 2 * * *", "'60' is no minute")]
    [InlineData("Cron", "0 2 31 2 *", "no day 31 in month 2")]
    [InlineData("Cron", "0 2 * * MOO", "'MOO' is no day of week")]
    [InlineData("Cron", "0 9-5 * * *", "'9-5' is no hour")]
    [InlineData("TimeZone", "China", "no time zone 'China'")]
    [InlineData("BatchSize", "0", "1 to 1000")]
    [InlineData("Threads", "many", "1 to 64")]
    [InlineData("SweepInterval", "soon", "00:05:00")]
    [InlineData("RetryDelay", "5", "00:05:00")]
    [InlineData("KeepRuns", "24:00:00", "90.00:00:00")]
    [InlineData("Treads", "4", "there is no setting Indicators__Treads; there are BatchSize, CheckIn, Cron,")]
    [InlineData("Indexes:0:Address", "ftp://x", "http://")]
    public void A_value_without_a_meaning_is_named(string name, string value, string said)
    {
        var bad = Assert.Throws<BadConfigurationException>(() => Read((name, value)));

        Assert.Contains(said, bad.Message, StringComparison.Ordinal);
        Assert.Contains("Indicators__", bad.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', bad.Message);
    }

    [Fact]
    public void A_page_that_lists_speeches_has_no_other_settings() =>
        Assert.Equal(
            "there is no setting Indicators__Indexes__0__Pattern; there are Address, LinkPattern",
            Assert.Throws<BadConfigurationException>(() =>
                Read(("Indexes:0:Address", "https://a.example/"), ("Indexes:0:LinkPattern", "x"), ("Indexes:0:Pattern", "y"))).Message);

    [Theory]
    [InlineData("0 2 * * *")]
    [InlineData("*/15 8-18 * * MON-FRI")]
    [InlineData("0 0 1,15 JAN-MAR *")]
    public void What_a_crontab_takes_is_taken(string cron) => Assert.Equal(cron, Read(("Cron", cron)).Schedule.Expression);

    private static JobOptions Read(params (string Name, string Value)[] values) => JobOptions.Read(
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(value =>
            KeyValuePair.Create($"Indicators:{value.Name}", (string?)value.Value))).Build());
}
