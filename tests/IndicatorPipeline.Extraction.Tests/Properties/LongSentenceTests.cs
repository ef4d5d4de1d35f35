namespace IndicatorPipeline.Extraction.Tests.Properties;

/// <summary>What a sentence without end may cost: its numbers do not each repeat it.</summary>
public sealed class LongSentenceTests
{
    private const int LongestOrdinary = 500;

    // Eight numbers on either side, and the number itself.
    private const int MostTimes = 17;

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

    [Theory]
    [InlineData("增长5%）")]
    [InlineData("5%\t")]
    [InlineData("粮食5万吨、")]
    public void What_is_quoted_of_a_list_without_end_is_a_few_times_its_text(string member)
    {
        var text = string.Concat(Enumerable.Repeat(member, 2_000));

        var observations = Extractor.Default.Extract(new SourceDocument { Id = "list", Text = text }).Observations;

        Assert.True(observations.Count > 300);
        Assert.True(observations.Sum(observation => observation.QuoteSpan.Length) <= MostTimes * text.Length);
        Assert.All(observations, observation => Assert.True(observation.QuoteSpan.Contains(observation.Span)));
    }

    [Fact]
    public void A_sentence_of_more_numbers_than_any_has_is_quoted_around_each()
    {
        var text = "主要产品分别增长" + string.Join('、', Enumerable.Range(1, 40).Select(i => $"{i}%")) + "。";

        var observations = Extractor.Default.Extract(new SourceDocument { Id = "forty", Text = text }).Observations;
        var quotes = observations.Select(observation => observation.Quote).ToList();

        Assert.Equal(40, quotes.Count);
        Assert.Equal("主要产品分别增长1%、2%、3%、4%、5%、6%、7%、8%、", quotes[0]);
    }

    [Fact]
    public void A_year_before_the_words_that_address_the_hearers_is_no_error()
    {
        var document = new SourceDocument { Id = "salutation", Text = "2024年各位代表，地区生产总值增长5%。" };

        var observation = Assert.Single(Extractor.Default.Extract(document).Observations);

        Assert.Equal("5%", observation.ValueText);
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

        var read = texts.Select(text => Extractor.Default.Extract(new SourceDocument { Id = "one", Text = text }).Observations);
        var names = read.Select(observations => string.Join('|', observations.Select(observation => observation.IndicatorText)));

        Assert.Equal(["铅笔盒销量|铅笔盒销量", "橡皮泥销量|橡皮泥销量", "橡皮泥销量|文具袋销量"], names);
    }
}
