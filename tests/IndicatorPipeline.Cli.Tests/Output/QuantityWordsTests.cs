using IndicatorPipeline.Cli.Output;

namespace IndicatorPipeline.Cli.Tests.Output;

public sealed class QuantityWordsTests
{
    [Theory]
    [InlineData("5", "5", ">=", "%", "≥ 5%")]
    [InlineData("5", "5.5", "..", "%", "5–5.5%")]
    [InlineData("30000000000", "30000000000", "~", "CNY", "~ 300亿元")]
    [InlineData("8480000000000", "8480000000000", "=", "CNY", "8.48万亿元")]
    [InlineData("5504730000000", "5504730000000", "=", "CNY", "55047.3亿元")]
    [InlineData("5000000000", "6000000000", "..", "CNY", "50–60亿元")]
    [InlineData("30000000", "30000000", "=", "kg", "3万吨")]
    [InlineData("0.5", "0.5", "<", "kg", "< 0.5kg")]
    [InlineData("120000", "120000", "<=", "m", "≤ 120公里")]
    [InlineData("-25000", "-25000", "=", "person", "-2.5万人")]
    [InlineData("666.66666666666666666666666667", "666.66666666666666666666666667", "=", "m2", "666.6667m²")]
    [InlineData("12000", "12000", "=", null, "1.2万")]
    public void A_quantity_is_written_as_reports_write_it(string low, string high, string bound, string? unit, string expected) =>
        Assert.Equal(expected, QuantityWords.Of(decimal.Parse(low, System.Globalization.CultureInfo.InvariantCulture),
            decimal.Parse(high, System.Globalization.CultureInfo.InvariantCulture), bound, unit));

    [Fact]
    public void Words_instead_of_a_number_have_none() => Assert.Equal("", QuantityWords.Of(null, null, null, null));
}
