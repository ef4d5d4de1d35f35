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
            [("", SectionKind.Unknown), ("一、2008年工作回顾", SectionKind.Review), ("二、2009年总体要求和预期目标", SectionKind.Goals),
                ("三、切实抓好重点工作", SectionKind.Measures)],
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
        var text =
            $"首页 > 讲话\n讲话\n\n在会议上的讲话\n时间:2023-10-11 版权反馈\n【摘要】:{Paragraph}{Paragraph}\n同志们：\n{Paragraph}\n{Paragraph}\n{Paragraph}\n{Paragraph}\n名词解释\n1.一河一策：每条河有自己的办法，共5条河。\n免责声明:以上内容来自网络\n";
        var furniture = string.Concat(Split(text).Sections.Where(section => section.Kind == SectionKind.Furniture)
            .Select(section => section.Span.In(text).ToString()));
        Assert.Contains("【摘要】", furniture, StringComparison.Ordinal);
        Assert.Contains("2023-10-11", furniture, StringComparison.Ordinal);
        Assert.Contains("5条河", furniture, StringComparison.Ordinal);
        Assert.Contains("免责声明", furniture, StringComparison.Ordinal);
        Assert.DoesNotContain("同志们", furniture, StringComparison.Ordinal);
    }

    [Fact]
    public void An_annex_that_lists_tasks_or_results_is_read_behind_a_glossary_too()
    {
        var text =
            $"政府工作报告\n各位代表：\n{Paragraph}\n{Paragraph}\n{Paragraph}\n名词解释\n1.一河一策：每条河有自己的办法，共5条河。\n附件1\n2025年8件民生实事\n一、修好路\n新修农村公路80公里。\n附件2\n2024年民生实事完成情况\n新修农村公路75公里。\n附件3\n乡镇区划图\n共12个乡镇。\n";
        var sections = Split(text).Sections;
        Assert.Equal([SectionKind.Unknown, SectionKind.Furniture, SectionKind.Measures, SectionKind.Review, SectionKind.Furniture],
            sections.Select(section => section.Kind));
        Assert.Contains("共5条河", sections[1].Span.In(text).ToString(), StringComparison.Ordinal);
        Assert.Contains("80公里", sections[2].Span.In(text).ToString(), StringComparison.Ordinal);
        Assert.Contains("75公里", sections[3].Span.In(text).ToString(), StringComparison.Ordinal);
        Assert.Contains("12个乡镇", sections[4].Span.In(text).ToString(), StringComparison.Ordinal);
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

    [Fact]
    public void A_dump_without_line_ends_has_its_masthead_and_outline_too()
    {
        var text =
            $"政府工作报告 ——2012年1月5日在遵义市第四届人民代表大会第一次会议上 市长 王小清 各位代表： 现在，我代表市人民政府作报告。{Paragraph} 一、2011年工作回顾 {Paragraph}{Paragraph} 二、2012年工作安排{Paragraph}{Paragraph}三、切实办好实事 {Paragraph}{Paragraph}";
        var speech = Split(text);
        Assert.Equal(("政府工作报告", new DateOnly(2012, 1, 5), "520300", "王小清"),
            (speech.Title?.Value, speech.Date?.Value, speech.RegionCode?.Value, speech.Speaker));
        Assert.Equal(["", "一、2011年工作回顾", "二、2012年工作安排", "三、切实办好实事"], speech.Sections.Select(section => section.Heading));
    }

    [Fact]
    public void No_mixture_of_the_pieces_of_pages_throws_or_leaves_a_gap()
    {
        string[] pieces =
        [
            "一、", "（二）", "第三，", "各位代表：", "同志们", "政府工作报告", "——", "2008年", "1月5日", "二〇一二年", "20xx年",
            "在鼓楼区", "会议上", "市长", "王小清", "\n", "\n\n", " ", "\u3000", "\u200b", "，", "。", "；", "(", "）",
            "【摘要】", "第一篇:", "篇二", "附件", "名词解释", "免责声明", "上一篇", "目標", "总结(jié)", "回顾", "工作安排",
            "、", "十", "九", "0", "\ud840", "我市", "辽源", "全省", Paragraph, Paragraph,
        ];
        var random = new Random(20081231);
        for (var round = 0; round < 4000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 60)).Select(_ => pieces[random.Next(pieces.Length)]));
            var before = 0;
            foreach (var speech in SpeechSplitter.Split(new SourceDocument { Id = "x", Text = text }))
            {
                Assert.True(speech.Span.Start >= before && speech.Span.End <= text.Length, text);
                before = speech.Span.End;
                var at = speech.Span.Start;
                foreach (var section in speech.Sections)
                {
                    Assert.True(section.Span.Start == at, text);
                    at = section.Span.End;
                }

                Assert.True(speech.Sections.Count == 0 || at == speech.Span.End, text);
            }
        }
    }

    private static Speech Split(string text) => Assert.Single(SpeechSplitter.Split(new SourceDocument { Id = "x", Text = text }));

    private static IEnumerable<(string Heading, SectionKind Kind)> Outline(string text) =>
        Split(text).Sections.Select(section => (section.Heading, section.Kind));
}
