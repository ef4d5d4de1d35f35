namespace IndicatorPipeline.Extraction.Tests.Properties;

/// <summary>What a sentence without end may cost: its numbers do not each repeat it.</summary>
public sealed class LongSentenceTests
{
    private const int LongestOrdinary = 500;

    [Fact]
    public void A_number_in_a_sentence_without_end_is_quoted_with_the_clauses_around_it()
    {
        var text = string.Concat(Enumerable.Range(0, 200).Select(i => $"第{i}号地区的地区生产总值增长5%，"));

        var observations = Extractor.Default.Extract(new SourceDocument { Id = "long", Text = text }).Observations;

        Assert.True(observations.Count > 100);
        Assert.All(observations, observation =>
        {
            Assert.True(observation.QuoteSpan.Length < LongestOrdinary, observation.Quote);
            Assert.Contains("地区生产总值增长5%", observation.Quote, StringComparison.Ordinal);
            Assert.True(observation.QuoteSpan.Contains(observation.Span));
        });
    }

    [Fact]
    public void An_ordinary_sentence_is_quoted_whole()
    {
        var text = string.Concat(Enumerable.Repeat("各项工作稳步推进，", 40)) + "地区生产总值增长5%。";

        var observation = Assert.Single(Extractor.Default.Extract(new SourceDocument { Id = "ordinary", Text = text }).Observations);

        Assert.Equal(text, observation.Quote);
    }

    [Fact]
    public void A_name_without_end_keeps_its_head()
    {
        var text = string.Join("、", Enumerable.Range(0, 300).Select(i => $"产品{i}")) + "增长5%。";

        var observations = Extractor.Default.Extract(new SourceDocument { Id = "list", Text = text }).Observations;

        Assert.All(observations, observation => Assert.True(observation.IndicatorText.Length <= 100, observation.IndicatorText));
    }

    [Fact]
    public void A_name_is_that_of_its_own_document_though_another_had_one_in_the_same_place()
    {
        var texts = new[] { "铅笔盒销量12%、13%。", "橡皮泥销量12%、13%。", "橡皮泥销量12%。文具袋销量13%。" };

        var names = texts.Select(text => string.Join('|', Extractor.Default.Extract(new SourceDocument { Id = "one", Text = text }).Observations.Select(observation => observation.IndicatorText)));

        Assert.Equal(["铅笔盒销量|铅笔盒销量", "橡皮泥销量|橡皮泥销量", "橡皮泥销量|文具袋销量"], names);
    }
}
