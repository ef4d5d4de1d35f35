namespace IndicatorPipeline.Extraction.Tests.Documents;

public class LongListsTests
{
    [Theory]
    [InlineData(20, 21)]
    [InlineData(64, 65)]
    [InlineData(80, 65)]
    public void A_subject_named_once_is_told_of_by_no_more_than_sixty_four_numbers_behind_the_first(int times, int told)
    {
        var text = $"粮食产量增长5%{string.Concat(Enumerable.Repeat("，增长6%", times))}。";
        var read = Extractor.Default.Extract(new SourceDocument { Id = "list", Text = text });
        Assert.Equal(told, read.Observations.Count);
        Assert.All(read.Observations, observation => Assert.Equal("粮食产量", observation.IndicatorText));
    }

    [Fact]
    public void A_list_of_numbers_ends_only_with_its_sentence()
    {
        var text = $"各县财政收入分别增长5%{string.Concat(Enumerable.Repeat("、6%", 100))}。";
        var read = Extractor.Default.Extract(new SourceDocument { Id = "list", Text = text });
        Assert.Equal(101, read.Observations.Count);
    }
}
