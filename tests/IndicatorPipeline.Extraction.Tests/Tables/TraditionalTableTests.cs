using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Tests.Tables;

public class TraditionalTableTests
{
    private static readonly Dictionary<char, char> Table =
        Tsv.Read("traditional.tsv").ToDictionary(row => row["traditional"].Single(), row => row["simplified"].Single());

    [Theory]
    [InlineData("國務院關於資源枯竭城市經濟轉型", "国务院关于资源枯竭城市经济转型")]
    [InlineData("為爲產産衆眾內戶稅說佔並於餘發復歷億萬畝雙總縣", "为为产产众众内户税说占并于余发复历亿万亩双总县")]
    [InlineData("髙値増県汚甯馀⼈⺠", "高值增县污宁余人民")]
    public void Traditional_and_variant_forms_become_simplified(string text, string simplified) => Assert.Equal(simplified, Fold(text));

    [Theory]
    [InlineData("覆盖率著名瞭望乾县后天干部里程征收面积台风适应胜利一只松树制造发展")]
    [InlineData("０１２３ABC，。％〇零壹贰叁肆伍陆柒捌玖拾佰仟")]
    public void What_simplified_text_uses_stays(string text) => Assert.Equal(text, Fold(text));

    [Fact]
    public void Folding_twice_is_folding_once() => Assert.All(Table.Values, value => Assert.False(Table.ContainsKey(value), value.ToString()));

    [Fact]
    public void No_name_of_a_division_is_changed() =>
        Assert.All(Catalog.Regions.SelectMany(region => region.OldNames.Append(region.Name)), name => Assert.Equal(name, Fold(name)));

    private static string Fold(string text) => string.Concat(text.Select(c => Table.GetValueOrDefault(c, c)));
}
