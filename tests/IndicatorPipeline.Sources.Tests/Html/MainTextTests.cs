using System.Text;
using IndicatorPipeline.Sources.Tests.Making;

namespace IndicatorPipeline.Sources.Tests.Html;

public class MainTextTests
{
    private const string First = "去年，全县地区生产总值完成五十二亿元，增长百分之九点一；财政收入达到3.6亿元。";
    private const string Second = "今年的主要目标是：地区生产总值增长8%左右，新增城镇就业4200人，城镇登记失业率控制在4%以内。";

    private const string MoreText = "全县粮食总产量稳定在21万吨以上，农村居民人均可支配收入增长9%，单位生产总值能耗下降3%，空气质量优良天数比率达到92%。我们要坚持稳中求进，全面完成各项任务，努力实现经济社会发展的新跨越。";
    private const string More = $"<p>{MoreText}</p>";

    [Fact]
    public async Task The_frame_of_a_modern_page_is_left_out()
    {
        var read = await Page($"""
            <html><head><title>政府工作报告_某县人民政府网</title>
            <meta name="ArticleTitle" content="某县政府工作报告"><meta name="PubDate" content="2023-04-05 10:00"><meta name="ContentSource" content="县政府办"><meta name="SiteName" content="某县人民政府网"></head>
            <body><header class="top"><a href="/">首页</a></header><nav><ul><li><a href="/1">要闻</a></li></ul></nav>
            <div class="crumbs">您的位置：<a href="/">首页</a> &gt; <a href="/b">报告</a></div>
            <div class="layout"><div class="article"><h1>某县政府工作报告</h1><p>——2025年1月8日在某县第十七届人民代表大会上</p><p>{First}</p><p>{Second}</p></div>
            <div class="related"><h3>相关阅读</h3><ul><li><a href="/r1">另一份报告，很长很长的标题，带逗号</a></li><li><a href="/r2">再一份</a></li></ul></div></div>
            <footer>版权所有：某县人民政府办公室，地址：某路一号，电话：0000-1234567。</footer><script>var x = "增长99%";</script></body></html>
            """);
        Assert.Equal($"某县政府工作报告\n——2025年1月8日在某县第十七届人民代表大会上\n{First}\n{Second}", read.Document.Text);
        Assert.Equal("某县政府工作报告", read.Document.Title);
        Assert.Equal(new Publication("政府工作报告_某县人民政府网", "2023-04-05 10:00", "县政府办", "某县人民政府网", null), read.Publication);
        Assert.Null(read.Document.Date);
    }

    [Fact]
    public async Task An_old_page_of_nested_tables_gives_its_cell()
    {
        var read = await Page($"""
            <html><body><table><tr><td colspan=2><a href=/>首页</a>|<a href=/n>新闻</a>|<a href=/z>政策</a></td></tr>
            <tr><td width=150><table><tr><td><a href=/1>通知公告</a></td></tr><tr><td><a href=/2>领导讲话</a></td></tr></table></td>
            <td><table><tr><td align=center><b>政府工作报告</b></td></tr><tr><td>（2008年2月20日在县人民代表大会上）</td></tr>
            <tr><td><font size=3>{First}<br>
            　　{Second}</font></td></tr></table></td></tr>
            <tr><td colspan=2>版权所有 某县</td></tr></table></body></html>
            """);
        Assert.Equal($"政府工作报告\n（2008年2月20日在县人民代表大会上）\n{First}\n　　{Second}", read.Document.Text);
    }

    [Fact]
    public async Task A_speech_in_two_halves_is_kept_whole()
    {
        var read =
            await Page($"<body><div id=a>{string.Concat(Enumerable.Repeat($"<p>{First}</p>", 4))}</div><div id=b><p>{Second}</p></div></body>");
        Assert.EndsWith(Second, read.Document.Text);
        Assert.StartsWith(First, read.Document.Text);
    }

    [Fact]
    public async Task A_table_of_numbers_keeps_its_rows_and_cells()
    {
        var read =
            await Page($"<body><p>{First}</p><table><tr><td>指标</td><td>2024年</td></tr><tr><td>生产总值</td><td> 52 亿元 </td></tr></table><p>{Second}</p></body>");
        Assert.Equal($"{First}\n指标\t2024年\n生产总值\t52 亿元\n{Second}", read.Document.Text);
    }

    [Fact]
    public async Task A_row_of_figures_is_one_line_whatever_its_cells_are_made_of()
    {
        var read =
            await Page($"<body><p>{First}</p><table><tr><td><p>指标</p></td><td><p>单位</p></td><td><p>2020年</p></td><td><p>2025年</p></td></tr><tr><td><p>城镇化率</p></td><td><p>%</p></td><td><p></p></td><td><div>55</div></td></tr><tr><td></td><td>粮食<br>产量</td><td>万吨</td><td>32</td></tr></table><p>{Second}</p></body>");
        Assert.Equal($"{First}\n指标\t单位\t2020年\t2025年\n城镇化率\t%\t\t55\n\t粮食产量\t万吨\t32\n{Second}", read.Document.Text);
    }

    [Fact]
    public async Task Lines_broken_in_the_source_of_a_page_are_joined_as_a_browser_joins_them()
    {
        var read = await Page("<p>去年，全县地区\n   生产总值完成\t52 亿元，GDP\n grew 8%。</p><pre>一\n  二</pre>");
        Assert.Equal("去年，全县地区生产总值完成 52 亿元，GDP grew 8%。\n一\n  二", read.Document.Text);
    }

    [Fact]
    public async Task The_head_of_an_article_is_no_head_of_the_site()
    {
        var read =
            await Page($"<div class=site-header>某县人民政府</div><div class=main><div class=article-header><h1>政府工作报告</h1><p>2025年1月8日，县长某某</p></div><div class=pages_content><p>{First}</p><p>{Second}</p></div></div>");
        Assert.Equal($"政府工作报告\n2025年1月8日，县长某某\n{First}\n{Second}", read.Document.Text);
    }

    [Fact]
    public async Task Links_within_the_text_are_text_and_a_list_of_them_is_none()
    {
        var read =
            await Page($"<div><p>按照<a href=/p>《规划纲要》</a>的要求，{First}</p><ul><li><a href=/1>上一篇：另一份报告，两会专题</a></li><li><a href=/2>下一篇：又一份报告，两会专题</a></li></ul><p>{Second}</p></div>");
        Assert.Equal($"按照《规划纲要》的要求，{First}\n{Second}", read.Document.Text);
    }

    [Fact]
    public async Task Hidden_text_readings_and_forms_are_left_out()
    {
        var read =
            await Page($"<p>{First}</p><div style='display: none'>x隐藏的文字，很多很多。</div><p hidden>y</p><select><option>选择</option></select><textarea>z</textarea><p>{Second}</p>");
        Assert.Equal($"{First}\n{Second}", read.Document.Text);
    }

    [Fact]
    public async Task A_chrome_like_name_around_the_whole_text_is_no_chrome()
    {
        var read = await Page($"<body class=nav-open><div id=header-and-main><p>{First}</p><p>{Second}</p></div></body>");
        Assert.Equal($"{First}\n{Second}", read.Document.Text);
    }

    [Fact]
    public async Task An_article_in_a_box_named_after_its_share_button_stays_however_many_links_stand_around_it()
    {
        var links = string.Concat(Enumerable.Range(0, 400).Select(i =>
            $"<div class=card><a href=/{i}>又一条很长很长的新闻标题</a><span>今天 08:{i % 60:00}</span></div>"));
        var read =
            await Page($"<body><div class=page><div class='share-box'><h1>政府工作报告</h1><p>{First}</p><p>{Second}</p></div><div class=feed>{links}</div></div></body>");
        Assert.Contains($"政府工作报告\n{First}\n{Second}", read.Document.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("相关阅读")]
    [InlineData("为你推荐")]
    [InlineData("延伸 · 阅读")]
    [InlineData("【相关链接】")]
    [InlineData("阅读下一篇")]
    [InlineData("热门推荐 更多>>")]
    public async Task Teasers_under_a_heading_that_leads_elsewhere_are_no_text(string heading)
    {
        const string Teaser = "<dl><dt><a href=/1>邻县公布上半年经济运行情况</a></dt><dd>邻县上半年地区生产总值增长7.7%，城镇新增就业7700人，详情请看报道。</dd><dd>2025-07-20</dd></dl>";
        var own =
            await Page($"<body><div class=text><p>{First}</p><p>{Second}</p>{More}</div><div class=tj><div><h2>{heading}</h2></div><div class=list>{Teaser}{Teaser}</div></div></body>");
        Assert.Equal($"{First}\n{Second}\n{MoreText}", own.Document.Text);

        var within =
            await Page($"<body><div class=text><p>{First}</p><p>{Second}</p>{More}<p><strong>{heading}</strong></p>{Teaser}{Teaser}</div></body>");
        Assert.Equal($"{First}\n{Second}\n{MoreText}", within.Document.Text);
    }

    [Fact]
    public async Task A_box_in_the_middle_of_an_article_does_not_end_it()
    {
        var read = await Page($"<body><div><p>{First}</p><h4>相关阅读</h4><p><a href=/1>一条</a></p><p>{Second}</p>{More}</div></body>");
        Assert.Equal($"{First}\n相关阅读\n一条\n{Second}\n{MoreText}", read.Document.Text);
    }

    // Read once more for each of them, this page would take minutes.
    [Fact]
    public async Task A_hundred_thousand_headings_of_boxes_that_lead_nowhere_do_not_hide_the_article()
    {
        var headings = string.Concat(Enumerable.Repeat("<p>相关阅读</p>", 100_000));
        var read = await Page($"<body><div>{headings}<p>{First}</p><p>{Second}</p>{More}</div></body>");
        Assert.EndsWith($"{First}\n{Second}\n{MoreText}", read.Document.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chapter_named_like_a_box_of_links_stays()
    {
        var read = await Page($"<body><div><p>{First}</p><h4>相关内容</h4><p>{Second}</p>{More}</div></body>");
        Assert.Equal($"{First}\n相关内容\n{Second}\n{MoreText}", read.Document.Text);
    }

    [Fact]
    public async Task A_list_of_titles_with_their_days_is_no_text()
    {
        var list = string.Concat(Enumerable.Range(1, 3).Select(i =>
            $"<div class=item><div><span>邻县第{i}季度运行情况：增长{i}%，高于预期目标</span><a href=/c>专栏</a></div><span>2025-0{i}-12 08:30</span></div>"));
        var read = await Page($"<body><div><p>{First}</p><p>{Second}</p>{More}<div>{list}</div></div></body>");
        Assert.Equal($"{First}\n{Second}\n{MoreText}", read.Document.Text);
    }

    [Fact]
    public async Task A_chronicle_in_the_article_stays()
    {
        var read =
            await Page($"<body><div><p>{First}</p><p>项目于2025年1月12日</p><p>开工，完成投资3亿元，2025年2月12日</p><p>投产，2025年3月12日</p><p>{Second}</p></div></body>");
        Assert.Contains("完成投资3亿元，2025年2月12日\n投产，2025年3月12日", read.Document.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2025年某县政府工作报告_某县人民政府网", "2025年某县政府工作报告")]
    [InlineData("2025年某县政府工作报告-某县人民政府门户网站", "2025年某县政府工作报告")]
    [InlineData("某县2021-2025年规划", "某县2021-2025年规划")]
    [InlineData("首页", "首页")]
    public async Task The_title_is_taken_without_the_name_of_the_site(string written, string title) =>
        Assert.Equal(title, (await Page($"<title>{written}</title><p>{First}</p>")).Document.Title);

    [Fact]
    public async Task A_short_page_with_frames_says_so()
    {
        var read = await Page("<body><p>目标：增长8%。</p><iframe src='annex.html'></iframe></body>");
        Assert.Equal(["the page has frames whose text is not here: annex.html"], read.Warnings);
    }

    private static Task<ReadDocument> Page(string html) => Read.Document(Encoding.UTF8.GetBytes(html), "page.html");
}
