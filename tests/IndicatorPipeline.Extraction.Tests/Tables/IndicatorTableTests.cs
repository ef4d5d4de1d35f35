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
    public void Behind_them_stand_open_codes_only() => Assert.All(Catalog.Indicators.Skip(Founding), indicator => Assert.Equal(Tier.Open, indicator.Tier));

    [Fact]
    public void Every_code_stands_once() => Assert.Equal(Catalog.Indicators.Count, Catalog.Indicators.Select(indicator => indicator.Code).Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void Every_row_has_both_names() => Assert.All(Catalog.Indicators, indicator => Assert.True(indicator is { NameZh.Length: > 0, NameEn.Length: > 0 }, indicator.Code));

    [Fact]
    public void Every_name_leads_to_its_own_row()
    {
        var lost = Catalog.Indicators.Where(indicator => Lexicon.Default.Find(Text.FoldTable.Fold(indicator.NameZh))?.Indicator?.Indicator.Code != indicator.Code);
        Assert.Equal([], lost.Select(indicator => $"{indicator.Code}: {indicator.NameZh}"));
    }

    [Fact]
    public void No_name_is_claimed_by_two_rows()
    {
        var names = Catalog.Indicators.SelectMany(indicator => indicator.Aliases.Append(indicator.NameZh).Where(alias => alias[0] != '…').Select(alias => (Name: alias.Split('@')[0], indicator.Code)).Distinct());
        Assert.Equal([], names.GroupBy(pair => pair.Name, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => $"{group.Key}: {string.Join(' ', group.Select(pair => pair.Code))}"));
    }

    [Fact]
    public void No_ending_is_claimed_by_two_rows_of_one_unit()
    {
        var endings = Catalog.Indicators.SelectMany(indicator => indicator.Aliases.Where(alias => alias[0] == '…').Select(alias => (Name: $"{alias} {indicator.Dimension}", indicator.Code)).Distinct());
        Assert.Equal([], endings.GroupBy(pair => pair.Name, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => $"{group.Key}: {string.Join(' ', group.Select(pair => pair.Code))}"));
    }

    [SharedFact]
    public void The_core_tier_is_the_catalogue_that_annotations_use()
    {
        var given = File.ReadLines(Path.Combine(SharedSpeeches.Folder!, "..", "catalog", "indicators.tsv")).Skip(1).Select(line => line.Split('\t')[0]);
        Assert.Equal(given, Catalog.Indicators.Where(indicator => indicator.Tier == Tier.Core).Select(indicator => indicator.Code));
    }
}
