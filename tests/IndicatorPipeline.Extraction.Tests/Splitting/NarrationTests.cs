using IndicatorPipeline.Extraction.Text.Splitting;

namespace IndicatorPipeline.Extraction.Tests.Splitting;

public class NarrationTests
{
    private const string Story =
        "县长把报告合上，他知道那个数字是写不出来的。“再看看吧。”她说。他没有回答，只想起三十年前那条五公里长的土路，他和她走过多少回，谁也没有数过。后来路修宽了，他老了，她也不再来了。";

    private const string Report =
        "全县地区生产总值完成52亿元，增长9%，其他各项事业也有新的发展；他们的经验在全省推广，吸引了一批他乡游子回来办厂，新建公路35公里。";

    [Fact]
    public void A_novel_about_a_county_states_nothing_of_it()
    {
        var text = "“去年全县的工业产值增长了9%，今年要增长12%。”县长念道。\n" + string.Concat(Enumerable.Range(1, 24).Select(i => $"{Story}这是第{i}个晚上。\n"));
        Assert.True(Narration.Tells(text));
        Assert.Empty(Extractor.Default.Extract(new SourceDocument { Id = "novel", Text = text }).Observations);
    }

    [Fact]
    public void Others_them_and_strange_places_are_no_persons()
    {
        Assert.False(Narration.Tells(string.Concat(Enumerable.Repeat(Report + "\n", 12))));
    }

    [Fact]
    public void A_news_report_that_quotes_people_and_gives_figures_is_no_story()
    {
        var text = string.Concat(Enumerable.Repeat("他说，去年全县财政收入完成3.6亿元，增长12%。她介绍，外贸出口达到5200万元。", 20));
        Assert.False(Narration.Tells(text));
    }

    [Fact]
    public void A_short_text_is_not_judged()
    {
        Assert.False(Narration.Tells(Story));
    }
}
