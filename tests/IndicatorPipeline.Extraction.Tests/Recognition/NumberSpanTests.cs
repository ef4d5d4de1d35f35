namespace IndicatorPipeline.Extraction.Tests.Recognition;

/// <summary>What must hold whichever number reader was built in: values and exact spans in the text as decoded.</summary>
public class NumberSpanTests
{
    [Theory]
    [InlineData("2024年，全市地区生产总值增长5.2%。", "5.2%", "5.2")]
    [InlineData("２０２４年，全市地区生产总值增长５．２％。", "５．２％", "5.2")]
    [InlineData("2024年，全市 地区生产 总值增长百分之五点二。", "百分之五点二", "5.2")]
    [InlineData("2024年，全市固定资产投资达到1,300亿元。", "1,300亿元", "130000000000")]
    [InlineData("2024年，全市固定资产投资达到１３００亿元。", "１３００亿元", "130000000000")]
    public void A_value_s_span_slices_to_the_value_as_it_was_written(string text, string written, string value)
    {
        var extraction = Extractor.Default.Extract(new SourceDocument { Id = "span", Text = text });

        var observation = Assert.Single(extraction.Observations);
        Assert.Contains(written, text[observation.Span.Start..observation.Span.End], StringComparison.Ordinal);
        Assert.Equal(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), observation.Quantity?.Low);
    }

    [Fact]
    public void A_sentence_far_into_a_text_keeps_its_offsets()
    {
        const string Before = "同志们！\r\n　　过去一年，我们认真落实各项部署。\r\n";
        var text = Before + "2024年，全市地区生产总值增长６．１％。";

        var observation = Assert.Single(Extractor.Default.Extract(new SourceDocument { Id = "far", Text = text }).Observations);

        Assert.Equal("６．１％", text[observation.Span.Start..observation.Span.End]);
    }

    [Theory]
    [InlineData("99999999999999999999万亿元")]
    [InlineData("999999999999999999亿吉瓦时")]
    [InlineData("1234567890123456789元")]
    [InlineData("9999999999999999个亿吉瓦时")]
    public void What_is_too_large_to_be_counted_is_no_number(string amount)
    {
        var text = $"2024年，全市完成投资{amount}，地区生产总值增长5.2%。";

        var observation = Assert.Single(Extractor.Default.Extract(new SourceDocument { Id = "large", Text = text }).Observations);

        Assert.Equal("5.2%", text[observation.Span.Start..observation.Span.End]);
    }

    [Fact]
    public void Years_names_and_headings_state_nothing()
    {
        var observations = Extractor.Default.Extract(new SourceDocument { Id = "none", Text = "2024年，四川省深入实施三大战略，一是抓落实。" }).Observations;

        Assert.Empty(observations);
    }
}
