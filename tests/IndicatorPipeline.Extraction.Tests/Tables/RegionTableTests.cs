using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Tests.Tables;

public class RegionTableTests
{
    private static readonly RegionTable Regions = RegionTable.Default;

    [Fact]
    public void The_table_holds_the_nation_all_provinces_prefectures_and_counties()
    {
        var counts = Regions.All.CountBy(region => region.Level).ToDictionary();
        Assert.Equal(1, counts[GovernmentLevel.Nation]);
        Assert.Equal(34, counts[GovernmentLevel.Province]);
        Assert.Equal(333, counts[GovernmentLevel.Prefecture]);
        Assert.InRange(counts[GovernmentLevel.County], 2840, 2860);
    }

    [Fact]
    public void Every_division_lies_in_one_a_level_above_and_at_last_in_the_nation()
    {
        var nation = Regions.Find("000000")!;
        foreach (var region in Regions.All)
        {
            Assert.True(Regions.Contains(nation, region), region.Name);
            if (Regions.Parent(region) is { } parent) Assert.True(parent.Level < region.Level, region.Name);
        }
    }

    [Theory]
    [InlineData("110000", "北京市", "北京", "000000")]
    [InlineData("150000", "内蒙古自治区", "内蒙古", "000000")]
    [InlineData("110105", "朝阳区", "朝阳", "110000")]
    [InlineData("429004", "仙桃市", "仙桃", "420000")]
    [InlineData("433100", "湘西土家族苗族自治州", "湘西", "430000")]
    [InlineData("222400", "延边朝鲜族自治州", "延边", "220000")]
    [InlineData("653000", "克孜勒苏柯尔克孜自治州", "克孜勒苏", "650000")]
    [InlineData("220403", "西安区", "西安区", "220400")]
    [InlineData("622926", "东乡族自治县", "东乡", "622900")]
    [InlineData("150724", "鄂温克族自治旗", "鄂温克", "150700")]
    public void A_division_is_found_by_its_code(string code, string name, string shortName, string parent)
    {
        var region = Regions.Find(code);
        Assert.NotNull(region);
        Assert.Equal((name, shortName, parent), (region.Name, region.ShortName, region.ParentCode));
    }

    [Theory]
    [InlineData("山东", "370000")]
    [InlineData("辽源市", "220400")]
    [InlineData("襄樊", "420600")]
    [InlineData("思茅地区", "530800")]
    [InlineData("莱芜市", "370116")]
    [InlineData("大庸市", "430800")]
    [InlineData("宣武区", "110102")]
    [InlineData("苏州", "320500")]
    [InlineData("吉林", "220000")]
    [InlineData("吉林市", "220200")]
    [InlineData("海南", "460000")]
    [InlineData("海南藏族自治州", "632500")]
    public void A_name_of_today_or_of_old_is_read_as_its_division(string name, string code) =>
        Assert.Equal(code, Regions.Resolve(name)?.Code);

    [Theory]
    [InlineData("鼓楼区", "320100", "320106")]
    [InlineData("鼓楼区", "350000", "350102")]
    [InlineData("朝阳", "110000", "110105")]
    [InlineData("朝阳", "210000", "211300")]
    public void The_division_above_tells_namesakes_apart(string name, string within, string code) =>
        Assert.Equal(code, Regions.Resolve(name, Regions.Find(within))?.Code);

    [Theory]
    [InlineData("鼓楼区")]
    [InlineData("新华区")]
    [InlineData("无此市")]
    public void Namesakes_without_more_and_unknown_names_are_not_guessed(string name) => Assert.Null(Regions.Resolve(name));

    [Fact]
    public void The_longest_name_at_a_place_is_taken()
    {
        Assert.Equal("吉林省".Length, Regions.LongestName("吉林省人民政府"));
        Assert.Equal("吉林市".Length, Regions.LongestName("吉林市政府"));
        Assert.Equal(0, Regions.LongestName("我们的工作"));
    }

    [Fact]
    public void CN_is_the_nation_and_a_wrong_code_is_nothing()
    {
        Assert.Equal("中华人民共和国", Regions.Find("CN")?.Name);
        Assert.Null(Regions.Find("999999"));
        Assert.Null(Regions.Find(""));
    }

    [Theory]
    [InlineData("110000\t北京市\t北京\tBeijing\tplace\t", "unknown level 'place'")]
    [InlineData("11\t北京市\t北京\tBeijing\tprovince\t", "'11' is no code of six digits")]
    [InlineData("110000\t北京市", "a row must have 6 fields")]
    public void A_bad_row_is_named_with_its_line(string row, string reason)
    {
        var error = Assert.Throws<BadTableException>(() => RegionTable.Parse("# a comment\ncode\tname\tshort_name\tname_en\tlevel\told_names\n"
            + row));
        Assert.Equal("regions.tsv:3: " + reason, error.Message);
    }
}
