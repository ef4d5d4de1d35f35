using IndicatorPipeline.Extraction.Text.Splitting;

namespace IndicatorPipeline.Extraction.Tests.Splitting;

public class CollectionTests
{
    private static readonly string Body = string.Concat(Enumerable.Repeat("我们要抓好春耕生产，修好水渠，管好仓库，让大家都有好收成。", 12));

    [Theory]
    [InlineData("全县农业工作会议讲话篇一", "全县农业工作会议讲话篇二", "全县农业工作会议讲话篇三")]
    [InlineData("第一篇:县长在农业会议上的讲话", "第二篇:县长在水利会议上的讲话", "第三篇：局长在粮食会议上的发言")]
    [InlineData("【篇1】在农业会议上的讲话", "【篇2】在水利会议上的讲话", "【篇3】在粮食会议上的讲话")]
    [InlineData("篇一 在农业会议上的讲话", "篇二 在水利会议上的讲话", "篇三 在粮食会议上的讲话")]
    [InlineData("農業會議講話範文1", "農業會議講話範文2", "農業會議講話範文3")]
    public void A_collection_is_split_at_its_markers(string first, string second, string third)
    {
        var text = $"农业会议讲话(精选3篇)\n下面是整理的讲话。\n{first}\n同志们:\n{Body}\n{second}\n同志们:\n{Body}\n{third}\n同志们:\n{Body}\n";
        var speeches = Split(text);
        Assert.Equal([first, second, third], speeches.Select(speech => text[speech.Span.Start..].Split('\n')[0]));
        Assert.Equal([1, 2, 3], speeches.Select(speech => speech.Number));
        Assert.Equal(text.Length, speeches[^1].Span.End);
    }

    [Fact]
    public void A_table_of_contents_is_not_a_row_of_speeches()
    {
        var text = $"目录\n第一篇 农业会议讲话\n第二篇 水利会议讲话\n第一篇 农业会议讲话\n同志们：\n{Body}\n第二篇 水利会议讲话\n同志们：\n{Body}";
        Assert.Equal(2, Split(text).Count);
    }

    [Fact]
    public void Numbers_that_do_not_rise_are_no_markers()
    {
        var text = $"第1篇:农业会议讲话\n同志们:\n{Body}\n第1篇 散文\n{Body}\n第2篇:水利会议讲话\n同志们:\n{Body}\n";
        Assert.Equal(["农业会议讲话", "水利会议讲话"], Split(text).Select(speech => speech.Title?.Value));
    }

    [Fact]
    public void Reports_one_after_another_are_split_at_titles_with_salutations()
    {
        var text = string.Concat(new[] { 2008, 2009 }.Select(year =>
            $"{year}年临河县政府工作报告\n县长 王小明\n各位代表：\n{string.Concat(Enumerable.Repeat(Body + "\n", 6))}"));
        var speeches = Split(text);
        Assert.Equal([2008, 2009], speeches.Select(speech => speech.Year?.Value));
        Assert.All(speeches, speech => Assert.Equal("王小明", speech.Speaker));
    }

    [Theory]
    [InlineData("同志们：\n今年要写好发展这篇大文章，唱好第一篇章。\n第一篇章是水利。\n第二篇章是粮食。\n")]
    [InlineData("")]
    [InlineData("\n \u3000\n\u200b\n")]
    [InlineData("篇")]
    [InlineData("第\n第篇\n篇一\n")]
    [InlineData("第一篇:\n第二篇:\n第三篇:")]
    public void A_text_without_a_collection_is_one_speech(string text)
    {
        var speech = Assert.Single(Split(text));
        Assert.Equal(new TextSpan(0, text.Length), speech.Span);
    }

    [Fact]
    public void The_year_in_the_title_of_a_collection_is_not_the_year_of_its_speeches()
    {
        var text = $"2023年农业会议讲话(优秀2篇)\n2023年农业会议讲话篇一\n同志们:\n{Body}\n2023年农业会议讲话篇二\n(2012年2月24日)\n同志们:\n{Body}";
        Assert.Equal([null, 2012], Split(text).Select(speech => speech.Year?.Value));
    }

    private static IReadOnlyList<Speech> Split(string text) => SpeechSplitter.Split(new SourceDocument { Id = "x", Text = text });
}
