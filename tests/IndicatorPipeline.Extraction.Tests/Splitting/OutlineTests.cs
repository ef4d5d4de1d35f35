using IndicatorPipeline.Extraction.Text.Splitting;

namespace IndicatorPipeline.Extraction.Tests.Splitting;

public class OutlineTests
{
    private static int paragraphs;

    // No two paragraphs are alike: a page that repeats itself is another matter.
    private static string Paragraph => $"{Interlocked.Increment(ref paragraphs)}组的人修了三条路，架了两座桥，栽了一万棵树，办了五所学校，大家都说好，事情还要接着办下去，办得更好，更快，更省。";

    [Fact]
    public void Review_goals_and_measures_are_told_by_their_headings()
    {
        var text = $"政府工作报告\n各位代表：\n{Paragraph}\n一、2008年工作回顾\n{Paragraph}\n二、2009年总体要求和预期目标\n{Paragraph}\n三、切实抓好重点工作\n{Paragraph}\n";
        Assert.Equal(
            [("", SectionKind.Unknown), ("一、2008年工作回顾", SectionKind.Review), ("二、2009年总体要求和预期目标", SectionKind.Goals), ("三、切实抓好重点工作", SectionKind.Measures)],
            Outline(text));
    }

    [Fact]
    public void A_heading_needs_no_number_but_must_stand_alone()
    {
        var text = $"政府工作报告\n各位代表：\n{Paragraph}\n2008年工作回顾\n{Paragraph}\n2009年工作安排\n{Paragraph}为了实现今年的\n主要目标任务和重点工作的要求，还要努力。\n{Paragraph}";
        Assert.Equal(["", "2008年工作回顾", "2009年工作安排"], Outline(text).Select(section => section.Heading));
    }

    [Fact]
    public void A_list_inside_a_section_is_no_outline()
    {
        var text = $"同志们：\n一、去年的成绩\n{Paragraph}\n二、今年的措施\n要做好：\n一、继续修路；\n二、继续架桥；\n三、继续栽树。\n三、明年的展望\n{Paragraph}";
        Assert.Equal(["", "一、去年的成绩", "二、今年的措施", "三、明年的展望"], Outline(text).Select(section => section.Heading));
    }

    [Fact]
    public void A_sub_heading_that_states_goals_is_a_section_of_its_own()
    {
        var text = $"同志们：\n二、今后五年工作的任务\n（一）主要目标\n{Paragraph}\n（二）大力修路架桥\n{Paragraph}\n";
        Assert.Equal([SectionKind.Unknown, SectionKind.Goals, SectionKind.Measures], Outline(text).Select(section => section.Kind));
    }

    [Fact]
    public void A_heading_before_a_paragraph_in_the_same_line_is_read()
    {
        var text = $"同志们：\n一、2008年工作回顾。{Paragraph}{Paragraph}\n二、抓好今年的工作。{Paragraph}{Paragraph}\n";
        Assert.Equal(["", "一、2008年工作回顾", "二、抓好今年的工作"], Outline(text).Select(section => section.Heading));
    }

    [Fact]
    public void Chrome_abstracts_glossaries_and_annexes_are_furniture()
    {
        var text = $"首页 > 讲话\n讲话\n\n在会议上的讲话\n时间:2023-10-11 版权反馈\n【摘要】:{Paragraph}{Paragraph}\n同志们：\n{Paragraph}\n{Paragraph}\n{Paragraph}\n{Paragraph}\n名词解释\n1.一河一策：每条河有自己的办法，共5条河。\n免责声明:以上内容来自网络\n";
        var furniture = string.Concat(Split(text).Sections.Where(section => section.Kind == SectionKind.Furniture).Select(section => section.Span.In(text).ToString()));
        Assert.Contains("【摘要】", furniture, StringComparison.Ordinal);
        Assert.Contains("2023-10-11", furniture, StringComparison.Ordinal);
        Assert.Contains("5条河", furniture, StringComparison.Ordinal);
        Assert.Contains("免责声明", furniture, StringComparison.Ordinal);
        Assert.DoesNotContain("同志们", furniture, StringComparison.Ordinal);
    }

    [Fact]
    public void An_opening_repeated_below_the_speech_is_furniture()
    {
        var body = "同志们今天开会的目的是总结去年的工作和安排今年的工作，修好路，架好桥，栽好树，办好学校，种好地。" + Paragraph + Paragraph;
        var text = $"同志们：\n{body}\n{Paragraph}\n{Paragraph}\n谢谢大家！\n{body[..60]}\n";
        var last = Split(text).Sections[^1];
        Assert.Equal((SectionKind.Furniture, text.LastIndexOf("同志们", StringComparison.Ordinal)), (last.Kind, last.Span.Start));
    }

    [Fact]
    public void Traditional_text_is_read_alike()
    {
        var text = $"政府工作報告\n各位代表：\n{Paragraph}\n一、2008年工作回顧\n{Paragraph}\n二、2009年總體要求和預期目標\n{Paragraph}\n";
        Assert.Equal([SectionKind.Unknown, SectionKind.Review, SectionKind.Goals], Outline(text).Select(section => section.Kind));
    }

    private static Speech Split(string text) => Assert.Single(SpeechSplitter.Split(new SourceDocument { Id = "x", Text = text }));

    private static IEnumerable<(string Heading, SectionKind Kind)> Outline(string text) => Split(text).Sections.Select(section => (section.Heading, section.Kind));
}
