using IndicatorPipeline.Sources.Web;

namespace IndicatorPipeline.Sources.Tests.Web;

public class RobotsRulesTests
{
    [Theory]
    [InlineData("", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /", "/a", false)]
    [InlineData("User-agent: *\nDisallow:", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf?z", true)]
    [InlineData("User-agent: *\nDisallow: /*a*b*c", "/xxaxxbxxc", false)]
    [InlineData("User-agent: other\nDisallow: /", "/a", true)]
    [InlineData("User-agent: indicatorpipeline\nDisallow: /b\n\nUser-agent: *\nDisallow: /", "/a", true)]
    [InlineData("User-agent: x\nUser-agent: IndicatorPipeline\nDisallow: /a # why\r\n", "/a", false)]
    [InlineData("nonsense\n:::\nDisallow: /", "/a", true)]
    public void The_longest_rule_for_the_agent_decides(string text, string path, bool allows) =>
        Assert.Equal(allows, RobotsRules.Parse(text, "IndicatorPipeline/0.1").Allows(path));

    [Fact]
    public void The_delay_asked_for_is_read()
    {
        Assert.Equal(TimeSpan.FromSeconds(2.5), RobotsRules.Parse("User-agent: *\nCrawl-delay: 2.5", "x").CrawlDelay);
        Assert.Null(RobotsRules.Parse("User-agent: *\nCrawl-delay: soon", "x").CrawlDelay);
    }
}
