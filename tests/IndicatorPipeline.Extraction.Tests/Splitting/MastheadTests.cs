using IndicatorPipeline.Extraction.Text.Splitting;

namespace IndicatorPipeline.Extraction.Tests.Splitting;

public class MastheadTests
{
    private const string Body = "各位代表：\n现在，我代表市政府向大会报告工作，请予审议。\n一、工作情况\n我们修了路，架了桥。\n";

    [Theory]
    [InlineData("——2025年1月15日在襄阳市第十八届人民代表大会第四次会议上")]
    [InlineData("(2025年1月15日)")]
    [InlineData("（二〇二五年一月十五日）")]
    [InlineData("（二０二五年一月十五日在市第十八届人民代表大会第四次会议上）")]
    [InlineData("2025年1月15日襄阳市市长李小河在市人民代表大会会议上作政府工作报告")]
    [InlineData("（2025-01-15）")]
    public void The_day_is_read_from_the_byline(string byline)
    {
        var speech = Split($"襄阳市政府工作报告\n{byline}\n市长 李小河\n{Body}");
        Assert.Equal(new Known<DateOnly>(new DateOnly(2025, 1, 15), Evidence.Byline), speech.Date);
        Assert.Equal(new Known<int>(2025, Evidence.Byline), speech.Year);
        Assert.Equal(new Known<string>("420600", Evidence.Title), speech.RegionCode);
        Assert.Equal(("李小河", "市长"), (speech.Speaker, speech.Office));
    }

    [Theory]
    [InlineData("时间:2023-10-11 理论学习 版权反馈")]
    [InlineData("发布日期：2023年10月11日 来源：办公室")]
    [InlineData("2023年10月11日 09:30 来源:网站 浏览次数:15")]
    public void A_page_s_date_is_not_the_speech_s(string chrome)
    {
        var speech = Split($"2012年襄阳市政府工作报告\n{chrome}\n{Body}");
        Assert.Null(speech.Date);
        Assert.Equal(new Known<int>(2012, Evidence.Title), speech.Year);
    }

    [Theory]
    [InlineData("2005年计划执行情况与2006年计划草案的报告", 2006)]
    [InlineData("二〇〇九年政府工作报告", 2009)]
    [InlineData("2021全市经济工作会议讲话", 2021)]
    [InlineData("20xx年政府工作报告", null)]
    [InlineData("*年政府工作报告", null)]
    [InlineData("2019年、2023年政府工作报告", null)]
    [InlineData("政府工作报告", null)]
    [InlineData("2019年国民经济和社会发展统计公报", 2020)]
    [InlineData("关于2011年财政决算的报告", 2012)]
    [InlineData("2012年上半年预算执行情况的报告", 2012)]
    [InlineData("2012年预算草案的报告", 2012)]
    [InlineData("红旗公社一九七五年生产情况", 1976)]
    [InlineData("2012年上半年生产情况", 2012)]
    [InlineData("云岭电力2012年年度报告摘要", 2013)]
    [InlineData("云岭电力2012年半年度报告", 2012)]
    [InlineData("清源县国民经济和社会发展第十二个五年规划纲要", 2011)]
    [InlineData("清源县“十四五”规划纲要", 2021)]
    [InlineData("关于制定“十四五”规划纲要的建议", null)]
    public void The_year_is_read_from_the_title_and_never_guessed(string title, int? year) =>
        Assert.Equal(year, Split($"{title}\n{Body}").Year?.Value);

    [Theory]
    [InlineData("今天召开全市金融工作会议，总结2005年金融工作，安排部署2006年金融工作。", 2006)]
    [InlineData("一、2008年工作回顾\n我们修了路。\n二、2009年目标任务", 2009)]
    [InlineData("一、全面总结2008年民生工作", 2009)]
    [InlineData("一、20xx年工作回顾\n我们修了路。\n二、20xx年目标任务", null)]
    [InlineData("1979年这里还是渔村，1992年有了大桥。", null)]
    [InlineData("一、2008年工作回顾\n修了路。\n二、2005年目标任务\n三、2010年重点工作", null)]
    public void Without_a_date_the_plan_year_tells(string body, int? year)
    {
        var speech = Split($"市长在工作会议上的讲话\n同志们:\n{body}\n");
        Assert.Equal(year, speech.Year?.Value);
        if (year is not null) Assert.Equal(Evidence.Text, speech.Year!.Evidence);
    }

    [Theory]
    [InlineData("在山东省第十四届人民代表大会第三次会议上", "370000", GovernmentLevel.Province)]
    [InlineData("在吉林省辽源市第七届人民代表大会第三次会议上", "220400", GovernmentLevel.Prefecture)]
    [InlineData("在第十四届全国人民代表大会第一次会议上", "000000", GovernmentLevel.Nation)]
    [InlineData("在湘西土家族苗族自治州第十五届人民代表大会会议上", "433100", GovernmentLevel.Prefecture)]
    [InlineData("在平顶山市新华区第六届人民代表大会会议上", "410402", GovernmentLevel.County)]
    [InlineData("在襄樊市第十四届人民代表大会会议上", "420600", GovernmentLevel.Prefecture)]
    [InlineData("在鼓楼区第十届人民代表大会会议上", null, GovernmentLevel.County)]
    public void The_place_is_read_from_the_meeting(string meeting, string? code, GovernmentLevel level)
    {
        var speech = Split($"政府工作报告\n——2011年1月20日{meeting}\n{Body}");
        Assert.Equal((code, level), (speech.RegionCode?.Value, speech.Level));
        Assert.Equal(Evidence.Byline, speech.Place!.Evidence);
    }

    [Theory]
    [InlineData("2025年上海市政府工作报告.docx", "310000", 2025)]
    [InlineData("province_2026_浙江省.txt", "330000", 2026)]
    [InlineData("national_1957.txt", "000000", 1957)]
    [InlineData("scan0001.pdf", null, null)]
    public void The_file_s_name_tells_where_the_text_does_not(string name, string? code, int? year)
    {
        var speech = SpeechSplitter.Split(new SourceDocument { Id = "x", FileName = name, Text = "我们修了路，架了桥，栽了树。" })[0];
        Assert.Equal((code, year), (speech.RegionCode?.Value, speech.Year?.Value));
        if (code is not null) Assert.Equal((Evidence.FileName, Evidence.FileName), (speech.RegionCode!.Evidence, speech.Year!.Evidence));
    }

    [Fact]
    public void What_the_text_says_is_stronger_than_the_file_s_name()
    {
        var speech = SpeechSplitter.Split(new SourceDocument { Id = "2023年浙江省政府工作报告", Text = $"2012年襄阳市政府工作报告\n{Body}" })[0];
        Assert.Equal(("420600", 2012), (speech.RegionCode?.Value, speech.Year?.Value));
    }

    [Fact]
    public void What_the_caller_gives_is_strongest()
    {
        var speech = SpeechSplitter.Split(new SourceDocument
        {
            Id = "x",
            Date = new DateOnly(2009, 2, 3),
            RegionCode = "CN",
            Text = $"2012年襄阳市政府工作报告\n{Body}",
        })[0];
        Assert.Equal((Evidence.Given, 2009, "000000", GovernmentLevel.Nation),
            (speech.Date!.Evidence, speech.Year!.Value, speech.RegionCode!.Value, speech.Level));
    }

    [Theory]
    [InlineData("崔小河同志在全县行政审批\n工作会议上的讲话\n(2012年2月24日)", "崔小河同志在全县行政审批工作会议上的讲话", "崔小河")]
    [InlineData("政府工作报\n告\n——2017年3月5日在会议上\n国务院总理\n　李小河", "政府工作报告", "李小河")]
    [InlineData("李小河市長在民生工作會議上的講話", "李小河市長在民生工作會議上的講話", "李小河")]
    [InlineData("湖滨县政府工作报告\n----2025年1月15日李小河县长在湖滨县第三次会议的政府工作报告", "湖滨县政府工作报告", "李小河")]
    public void Titles_over_two_lines_are_joined_and_the_speaker_is_named(string head, string title, string speaker)
    {
        var speech = Split($"{head}\n同志们:\n我们修了路，架了桥。\n");
        Assert.Equal((title, speaker), (speech.Title?.Value, speech.Speaker));
    }

    [Fact]
    public void The_own_place_is_the_one_that_the_body_names_again_and_again()
    {
        var speech = Split("同志们：\n我市是老工业城市。辽源人民不怕苦。转型为辽源带来机遇。要学习苏州的办法。全市上下要建设和谐辽源。\n");
        Assert.Equal(new Known<string>("220400", Evidence.Text), speech.RegionCode);
    }

    [Theory]
    [InlineData("前4个月，我国进出口总值13万亿元，增长5%。全国新设外贸企业8万家。", "000000", GovernmentLevel.Nation)]
    [InlineData("前4个月，我国进出口增长5%。山东出口增长9%，山东进口增长3%，山东新设企业2万家。全国新设8万家。", null, GovernmentLevel.Unknown)]
    [InlineData("我国进出口增长5%，全国消费增长4%。我县出口3亿元。", null, GovernmentLevel.County)]
    [InlineData("这家企业的产值占全国的一成。", null, GovernmentLevel.Unknown)]
    public void A_text_that_speaks_of_no_place_but_the_nation_is_the_nation_s(string body, string? code, GovernmentLevel level)
    {
        var speech = Split($"外贸开局良好\n{body}\n");
        Assert.Equal((code, level), (speech.RegionCode?.Value, speech.Level));
    }

    [Fact]
    public void A_common_word_is_not_taken_for_a_county() =>
        Assert.Null(Split("同志们：\n我县的资源多，资源好，要用好资源，管好资源。全县要加强合作，再合作，深合作。\n").RegionCode);

    [Theory]
    [InlineData("向第一届全国人民代表大会第二次会议提出报告", 1955)]
    [InlineData("向第六届全国人民代表大会第二次会议提出报告", 1984)]
    [InlineData("从第六届全国人民代表大会第二次会议闭幕以来", null)]
    public void A_session_of_the_national_congress_has_its_year(string opening, int? year) =>
        Assert.Equal(year, Split($"各位代表：\n我代表国务院{opening}。\n").Year?.Value);

    [Theory]
    [InlineData("在全县农业会议上的讲话", GovernmentLevel.County)]
    [InlineData("县长在农业会议上的讲话", GovernmentLevel.County)]
    [InlineData("在全省农业会议上的讲话", GovernmentLevel.Province)]
    [InlineData("在农业会议上的讲话", GovernmentLevel.Prefecture)]
    public void The_level_is_the_title_s_then_the_office_s_then_the_body_s(string title, GovernmentLevel level) =>
        Assert.Equal(level, Split($"{title}\n同志们:\n全市的庄稼长得好，我市的路修得好。\n").Level);

    [Theory]
    [InlineData("农业信息网 2016-3-1")]
    [InlineData("2016-03-01")]
    public void A_bare_numeric_date_is_the_page_s(string line)
    {
        var speech = Split($"2016年襄阳市政府工作报告\n{line}\n{Body}");
        Assert.Equal((null, 2016), (speech.Date, speech.Year?.Value));
    }

    [Theory]
    [InlineData("2015年襄阳外贸进出口总值超30亿元", 2016)]
    [InlineData("2015年襄阳市政府工作报告", 2015)]
    public void News_of_a_year_that_is_over_speaks_in_the_next(string title, int year) =>
        Assert.Equal(year, Split($"{title}\n2016年2月20日\n\n本报讯：市商务局今天（2月20日）公布，去年全市出口12亿元，同比增长8%，开局良好。\n").Year?.Value);

    [Theory]
    [InlineData("自治区主席 艾尔肯·吐小孜", "艾尔肯·吐小孜", "自治区主席")]
    [InlineData("市长：洛桑江村", "洛桑江村", "市长")]
    [InlineData("国务院总理\n 李小河", "李小河", "国务院总理")]
    public void Names_of_all_peoples_are_read_behind_an_office(string byline, string speaker, string office)
    {
        var speech = Split($"政府工作报告\n{byline}\n{Body}");
        Assert.Equal((speaker, office), (speech.Speaker, speech.Office));
    }

    [Theory]
    [InlineData("晨报1999年6月\n", 6, Status.Actual)]
    [InlineData("清源县工作汇报\n（1999年6月）\n", 6, Status.Actual)]
    [InlineData("清源县工作汇报\n（1999年）\n", null, Status.Target)]
    public void A_month_without_a_day_tells_how_far_the_year_is_gone(string masthead, int? month, Status status)
    {
        var text = $"{masthead}\n本报讯 今年，市妇联开办家政班14期，帮助860名女工找到工作。\n";
        Assert.Equal((null, month), (Split(text).Date, Split(text).Month));
        var observations = Extractor.Default.Extract(new SourceDocument { Id = "x", Text = text }).Observations;
        Assert.Equal(2, observations.Count);
        Assert.All(observations, observation => Assert.Equal((status, 1999), (observation.Status, observation.Period?.StartYear)));
    }

    [Theory]
    [InlineData("云岭前三季度外贸增长8%", "2023-10-20 09:12:33 来源：某报 字号：大 中 小", "2023-10-20")]
    [InlineData("一图读懂：《云岭市节能实施方案》解读", "发布日期：2022-11-16 浏览次数：84", "2022-11-16")]
    [InlineData("云岭市举行2024年上半年经济形势新闻发布会", "时间：2024年7月19日上午10:00", "2024-07-19")]
    [InlineData("云岭市2022年工业增长9%", "2023-02-03 来源：某报", "2023-02-03")]
    [InlineData("云岭市2019年工业增长9%", "2023-02-03 来源：某报", null)]
    [InlineData("云岭市节能实施方案", "发布日期：2022-11-16 浏览次数：84", null)]
    public void News_is_told_on_the_day_of_its_page(string title, string chrome, string? day)
    {
        var text = $"{title}\n{chrome}\n{new string('文', 120)}。\n";
        Assert.Equal(day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), Split(text).Date?.Value);
    }

    [Theory]
    [InlineData("（两会速递）2023年云岭经济总量突破2万亿元", "某社云岭1月24日电", 2024)]
    [InlineData("2023年云岭经济总量突破2万亿元", "某社云岭11月24日电", 2023)]
    [InlineData("2023年云岭将新增就业20万人", "某社云岭1月24日电", 2023)]
    [InlineData("2023年云岭春节假期旅游收入增长9%", "某社云岭1月29日电", 2023)]
    public void A_headline_on_how_a_year_ended_is_of_the_next(string title, string opening, int year) =>
        Assert.Equal(year, Split($"{title}\n{opening}，{new string('文', 120)}。\n").Year?.Value);

    [Fact]
    public void A_report_on_two_years_is_of_the_day_of_its_meeting()
    {
        var speech = Split($"关于一九八○、一九八一年国民经济计划安排的报告\n——一九八○年八月三十日在云岭省第五届人民代表大会第三次会议上\n{Body}");
        Assert.Equal(new DateOnly(1980, 8, 30), speech.Date?.Value);
    }

    [Theory]
    [InlineData("关于2019年度脱贫攻坚先进集体的表彰决定", "2020年1月15日", "2020-01-15")]
    [InlineData("关于第412号提案的答复", "（二〇二四年六月二十日）", "2024-06-20")]
    [InlineData("2012年政府工作报告", "2023年5月6日", null)]
    [InlineData("2012年政府工作报告", "2012年2月6日起施行", null)]
    public void The_day_under_the_signature_is_the_paper_s(string title, string last, string? day)
    {
        var speech = Split($"{title}\n{new string('文', 120)}。\n{new string('字', 30)}。\n云岭县人民政府\n{last}\n");
        Assert.Equal(day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), speech.Date?.Value);
    }

    [Fact]
    public void News_of_how_a_year_ended_may_say_so_in_its_opening()
    {
        var text = $"某社云岭3月1日电 题：从数据看2023年云岭经济\n某社记者\n统计局2月29日发布的《2023年统计公报》显示，工业比上年增长5.2%，{new string('文', 90)}。\n";
        Assert.Equal(2024, Split(text).Year?.Value);
    }

    [Fact]
    public void The_day_above_the_headline_of_news_is_its_own()
    {
        var speech = Split($"云岭市统计局 2025-01-24 10:02 打印\n2024年云岭经济运行情况\n{new string('文', 120)}。\n");
        Assert.Equal(new DateOnly(2025, 1, 24), speech.Date?.Value);
    }

    [Theory]
    [InlineData("云岭市2023年工业增长9%", "某社云岭10月20日电　记者从市统计局获悉", 2023, 10)]
    [InlineData("云岭市2023年工业增长9%", "7月15日，市统计局发布数据", 2023, 7)]
    [InlineData("云岭市2023年工业增长9%", "市统计局今天（7月15日）发布", 2023, 7)]
    [InlineData("云岭市2023年工业增长9%", "根据2021年7月15日发布的办法", 2023, null)]
    [InlineData("云岭市2023年工业增长9%", "自7月15日起施行", 2023, null)]
    [InlineData("全市经济工作会议召开", "全市经济工作会议12月18日至19日举行，部署2021年经济工作", 2020, 12)]
    [InlineData("全市经济工作会议召开", "全市经济工作会议2月8日举行，部署2021年经济工作", 2021, 2)]
    public void The_dateline_of_news_gives_the_month(string title, string opening, int year, int? month)
    {
        var speech = Split($"{title}\n{opening}，{new string('文', 120)}。\n");
        Assert.Equal((null, year, month), (speech.Date, speech.Year?.Value, speech.Month));
    }

    private static Speech Split(string text) => Assert.Single(SpeechSplitter.Split(new SourceDocument { Id = "x", Text = text }));
}
