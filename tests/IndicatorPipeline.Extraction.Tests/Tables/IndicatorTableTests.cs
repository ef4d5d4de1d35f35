using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Tests.Tables;

public class IndicatorTableTests
{
    /// <summary>How many codes outside readers were given; none may go, and no other may become one of them.</summary>
    private const int Founding = 113;

    [Fact]
    public void The_founding_codes_stand_first_and_are_as_many_as_ever() =>
        Assert.Equal(Founding, Catalog.Indicators.TakeWhile(indicator => indicator.Tier == Tier.Core).Count(_ => true));

    [Fact]
    public void Behind_them_stand_open_codes_only() =>
        Assert.All(Catalog.Indicators.Skip(Founding), indicator => Assert.Equal(Tier.Open, indicator.Tier));

    [Fact]
    public void Every_code_stands_once() =>
        Assert.Equal(Catalog.Indicators.Count, Catalog.Indicators.Select(indicator => indicator.Code).Distinct(StringComparer.Ordinal).Count());

    [Theory]
    [InlineData("gdp", "gdp")]
    [InlineData("GDP", "gdp")]
    [InlineData("国内生产总值", "gdp")]
    [InlineData("经济增速", "gdp")]
    [InlineData("gross regional (domestic) product", "gdp")]
    [InlineData("…GDP", null)]
    [InlineData("国内", null)]
    public void An_indicator_is_found_by_each_of_its_names(string name, string? code) => Assert.Equal(code, Catalog.IndicatorNamed(name)?.Code);

    [Fact]
    public void A_name_that_none_has_leads_to_its_family_or_to_names_that_hold_it()
    {
        Assert.Contains("fiscal.revenue.general_budget", Catalog.IndicatorsLike("fiscal.income", 50).Select(indicator => indicator.Code));
        Assert.Equal("gdp", Assert.Single(Catalog.IndicatorsLike("国内生产", 1)).Code);
        Assert.Empty(Catalog.IndicatorsLike("股价指数期货", 5));
    }

    [Fact]
    public void Every_row_has_both_names() =>
        Assert.All(Catalog.Indicators, indicator => Assert.True(indicator is { NameZh.Length: > 0, NameEn.Length: > 0 }, indicator.Code));

    [Fact]
    public void Every_name_leads_to_its_own_row()
    {
        var lost = Catalog.Indicators.Where(indicator =>
            Lexicon.Default.Find(Text.FoldTable.Fold(indicator.NameZh))?.Indicator?.Indicator.Code != indicator.Code);
        Assert.Equal([], lost.Select(indicator => $"{indicator.Code}: {indicator.NameZh}"));
    }

    [Fact]
    public void No_name_is_claimed_by_two_rows()
    {
        var names = Catalog.Indicators.SelectMany(indicator => indicator.Aliases
            .Append(indicator.NameZh)
            .Where(alias => alias[0] != '…')
            .Select(alias => (Name: alias.Split('@')[0], indicator.Code))
            .Distinct());
        Assert.Equal([], ClaimedTwice(names));
    }

    [Fact]
    public void No_ending_is_claimed_by_two_rows_of_one_unit()
    {
        var endings = Catalog.Indicators.SelectMany(indicator => indicator.Aliases
            .Where(alias => alias[0] == '…')
            .Select(alias => (Name: $"{alias} {indicator.Dimension}", indicator.Code))
            .Distinct());
        Assert.Equal([], ClaimedTwice(endings));
    }

    [SharedFact]
    public void The_core_tier_is_the_catalogue_that_annotations_use()
    {
        var given = File.ReadLines(Path.Combine(SharedSpeeches.Folder!, "..", "catalog", "indicators.tsv")).Skip(1)
            .Select(line => line.Split('\t')[0]);
        Assert.Equal(given, Catalog.Indicators.Where(indicator => indicator.Tier == Tier.Core).Select(indicator => indicator.Code));
    }

    private static IEnumerable<string> ClaimedTwice(IEnumerable<(string Name, string Code)> claims) => claims
        .GroupBy(pair => pair.Name, StringComparer.Ordinal)
        .Where(group => group.Count() > 1)
        .Select(group => $"{group.Key}: {string.Join(' ', group.Select(pair => pair.Code))}");
}
