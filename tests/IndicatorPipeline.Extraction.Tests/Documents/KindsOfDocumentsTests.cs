namespace IndicatorPipeline.Extraction.Tests.Documents;

public class KindsOfDocumentsTests
{
    private const string Outline =
        "清源县国民经济和社会发展第十二个五年规划纲要\n第一章　发展基础\n全县财政总收入达到8.8亿元，年均增长27.4%。\n第二章　发展目标\n到2015年，全县生产总值达到165亿元，年均增长12%以上。城镇化率达到51%，五年新增城镇就业1.7万人。\n";

    [Fact]
    public void What_an_outline_sets_without_a_year_is_of_its_plan()
    {
        var read = Extractor.Default.Extract(new SourceDocument { Id = "outline", Text = Outline }).Observations;
        Assert.Equal(
            [
                ("8.8亿元", Status.Actual), ("27.4%", Status.Actual),
                ("165亿元", Status.Target), ("12%", Status.Target), ("51%", Status.Target), ("1.7万人", Status.Target),
            ],
            read.Select(observation => (observation.ValueText, observation.Status)));
        Assert.Equal(
            [new Period(2015, 2015), new Period(2011, 2015), new Period(2015, 2015), new Period(2011, 2015)],
            read.Skip(2).Select(observation => observation.Period));
    }

    [Theory]
    [InlineData("清源县国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要\n目　录\n")]
    [InlineData("清源县“十四五”工业发展规划\n")]
    [InlineData("清源县水利发展规划（2021—2025年）\n")]
    public void What_the_parts_of_a_plan_set_is_of_its_years(string title)
    {
        var text =
            $"{title}第一篇　总体要求\n第一章　主要目标\n{string.Concat(Enumerable.Repeat("坚持稳中求进，统筹城乡发展，把水利放在更加突出的位置。", 8))}\n灌溉面积年均增长7%以上。\n第二篇　主要任务\n第二章　治理河流\n治理中小河流48公里。\n";
        var document = Extractor.Default.Extract(new SourceDocument
        {
            Id = "plan",
            Date = new DateOnly(2021, 3, 2),
            RegionCode = "431100",
            Text = text,
        });
        Assert.Single(document.Speeches);
        Assert.Equal(["7%", "48公里"], document.Observations.Select(observation => observation.ValueText));
        Assert.All(document.Observations, observation =>
            Assert.Equal((Status.Target, new Period(2021, 2025)), (observation.Status, observation.Period!.Value)));
    }

    [Fact]
    public void A_section_of_a_chapter_sets_goals_too()
    {
        var read = Extractor.Default.Extract(new SourceDocument
        {
            Id = "outline",
            Text = "清源县国民经济和社会发展第十四个五年规划纲要\n第一章　发展环境\n第一节　发展基础\n“十三五”时期，全县生产总值年均增长7.2%。\n"
                + "第二章　总体要求\n第三节　主要目标\n到2025年，劳动生产率年均增长6.5%以上，二氧化碳排放累计降低18%。\n",
        }).Observations;
        Assert.Equal(
            [
                (Status.Actual, new Period(2016, 2020)), (Status.Target, new Period(2021, 2025)), (Status.Target, new Period(2021, 2025)),
            ],
            read.Select(observation => (observation.Status, observation.Period!.Value)));
    }

    [Fact]
    public void The_table_of_a_second_speech_is_told_behind_the_first()
    {
        const string First = "2018年清源县政府工作报告\n县长　张三\n2018年1月10日\n各位代表：\n一、2017年工作回顾\n全县生产总值达到165亿元，增长8%。财政收入完成12亿元。\n";
        const string Second = "2019年清源县政府工作报告\n县长　张三\n2019年1月12日\n各位代表：\n一、2018年工作回顾\n指标\t2018年\n粮食产量\t5万吨\n棉花产量\t2万吨\n财政收入完成13亿元。\n";
        var body = string.Concat(Enumerable.Repeat("坚持稳中求进，统筹城乡发展，把水利放在更加突出的位置。\n", 60));
        var read = Extractor.Default.Extract(new SourceDocument { Id = "two", Text = First + body + "\n" + Second + body });
        Assert.Equal(2, read.Speeches.Count);
        var starts = read.Observations.Select(observation => observation.Span.Start).ToArray();
        Assert.Equal(["165亿元", "8%", "12亿元", "5万吨", "2万吨", "13亿元"], read.Observations.Select(observation => observation.ValueText));
        Assert.Equal(starts.Order(), starts);
    }

    [Fact]
    public void No_heading_of_a_communique_makes_a_goal()
    {
        var read = Extractor.Default.Extract(new SourceDocument
        {
            Id = "communique",
            Date = new DateOnly(2016, 4, 18),
            RegionCode = "410223",
            Text = "2015年尉氏县国民经济和社会发展统计公报\n七、人民生活和社会保障\n城镇居民人均可支配收入21300元，参加失业保险3.1万人。\n",
        }).Observations;
        Assert.Equal(["21300元", "3.1万人"], read.Select(observation => observation.ValueText));
        Assert.All(read, observation => Assert.Equal((Status.Actual, new Period(2015, 2015)), (observation.Status, observation.Period!.Value)));
    }

    [Theory]
    [InlineData("2018年云岭省生态环境状况公报", 2019, 6, 2018)]
    [InlineData("云岭省2016年水资源公报", 2018, 11, 2016)]
    [InlineData("云岭市第七次全国人口普查公报", 2021, 5, 2020)]
    [InlineData("关于云岭市2022年财政决算的报告", 2023, 7, 2022)]
    [InlineData("2022年云岭镇工作总结", 2023, 6, 2022)]
    [InlineData("2023年上半年经济运行情况", 2023, 7, 2023)]
    public void What_sums_up_a_year_tells_of_that_year_whenever_it_is_published(string title, int year, int month, int told)
    {
        var read = Extractor.Default.Extract(new SourceDocument
        {
            Id = "bulletin",
            Date = new DateOnly(year, month, 5),
            RegionCode = "430000",
            Text = $"{title}\n全省森林覆盖率59.1%，已建自然保护区170个。\n",
        }).Observations;
        Assert.Equal(["59.1%", "170个"], read.Select(observation => observation.ValueText));
        Assert.All(read, observation => Assert.Equal((Status.Actual, told), (observation.Status, observation.Period!.Value.StartYear)));
    }

    [Fact]
    public void A_communique_tells_of_the_year_before_its_own()
    {
        var read = Extractor.Default.Extract(new SourceDocument
        {
            Id = "communique",
            Text = "2019年云岭市国民经济和社会发展统计公报\n云岭市统计局\n2020年3月20日\n\n一、综合\n初步核算，全年地区生产总值4312.5亿元，按可比价格计算，比上年增长6.4%。\n",
        }).Observations;
        Assert.All(read, observation => Assert.Equal((Status.Actual, new Period(2019, 2019)), (observation.Status, observation.Period!.Value)));
        Assert.Equal(2, read.Count);
    }

    [Fact]
    public void A_list_of_tasks_promises()
    {
        var read = Extractor.Default.Extract(new SourceDocument
        {
            Id = "tasks",
            Text = "2024年清源县十大民生实事清单\n1.实施城镇就业促进行动。新增城镇就业3300人。\n2.改善办学条件。新建学校5所。\n",
        }).Observations;
        Assert.Equal(["3300人", "5所"], read.Select(observation => observation.ValueText));
        Assert.All(read, observation => Assert.Equal((Status.Target, new Period(2024, 2024)), (observation.Status, observation.Period!.Value)));
    }

    [Fact]
    public void An_office_of_planning_under_the_title_plans_nothing()
    {
        var read = Extractor.Default.Extract(new SourceDocument
        {
            Id = "report",
            Text = "云岭省一九五六年国民经济计划执行结果和一九五七年计划安排的报告\n（一九五七年三月在云岭省人民代表大会会议上）\n省计划委员会主任 张某\n各位代表：\n一九五六年全省工业总产值完成十亿元。\n粮食总产量为二百零六亿斤。\n造林七十万亩。\n",
        }).Observations;
        Assert.Equal(3, read.Count);
        Assert.All(read, observation => Assert.Equal((Status.Actual, new Period(1956, 1956)), (observation.Status, observation.Period!.Value)));
    }

    [Fact]
    public void The_months_of_a_press_conference_hold_to_its_end()
    {
        var read = Extractor.Default.Extract(new SourceDocument
        {
            Id = "conference",
            RegionCode = "430000",
            Text = "云岭省举行2024年上半年经济形势新闻发布会\n时间：2024年7月19日上午10:00\n地点：新闻发布厅\n主持人：各位记者朋友，大家上午好。欢迎出席今天的发布会，下面请省统计局负责人介绍情况。\n"
                + "省统计局：\n一是工业较快增长。全省工业投资增长11.6%。6月份，工业用电量增长8.2%。\n记者：请问消费情况如何？\n省统计局：谢谢提问。社会消费品零售总额增长5.6%。下半年，我们将确保全年城镇新增就业70万人以上。\n",
        }).Observations;
        Assert.Equal(
            [
                ("11.6%", new Period(2024, 2024, "H1")), ("8.2%", new Period(2024, 2024, "M06")), ("5.6%", new Period(2024, 2024, "H1")),
                ("70万人", new Period(2024, 2024)),
            ],
            read.Select(observation => (observation.ValueText, observation.Period!.Value)));
    }

    [Fact]
    public void A_headline_is_no_line_of_the_long_paragraph_below()
    {
        var read = Extractor.Default.Extract(new SourceDocument
        {
            Id = "bureau",
            Text = "云岭市统计局 2025-01-24 10:02 打印\n2024年云岭经济运行情况\n根据统一核算结果，2024年，云岭市地区生产总值为3103亿元，同比增长2.1%。全市经济总体平稳，产业结构继续优化，民生保障有力，高质量发展扎实推进。\n",
        }).Observations;
        Assert.Equal([("3103亿元", 2024), ("2.1%", 2024)], read.Select(observation => (observation.ValueText, observation.Period!.Value.StartYear)));
    }

    [Fact]
    public void News_whose_headline_begins_with_a_country_is_of_that_country()
    {
        var read = Extractor.Default.Extract(new SourceDocument
        {
            Id = "abroad",
            Text = "泰国上半年接待外国游客1750万人次\n中新网7月3日电　日前公布的数据显示，旅游收入增长35%。\n",
        }).Observations;
        Assert.All(read, observation => Assert.Equal((Scope.Other, "泰国"), (observation.Scope, observation.Place)));
        var here = Extractor.Default.Extract(new SourceDocument { Id = "here", Text = "美国客商投资我市\n今年，旅游收入增长35%。\n" }).Observations;
        Assert.All(here, observation => Assert.Equal(Scope.Own, observation.Scope));
    }

    [Fact]
    public void News_of_an_office_of_the_nation_tells_of_the_nation()
    {
        var read = Extractor.Default.Extract(new SourceDocument
        {
            Id = "bureau",
            Text = "国家统计局：5月份工业增长6.0%\n2024-06-17 10:00 来源：某网\n某网6月17日消息　国家统计局今天发布数据，5月份，采矿业增加值同比增长2.3%。1-5月份，工业投资增长9.1%。\n",
        }).Observations;
        Assert.All(read, observation => Assert.Equal((Scope.Own, "000000"), (observation.Scope, observation.RegionCode)));
        Assert.Equal([new Period(2024, 2024, "M05"), new Period(2024, 2024, "M05"), new Period(2024, 2024, "M01-M05")], read.Select(observation => observation.Period!.Value));
    }

    [Fact]
    public void What_one_document_told_is_forgotten_before_the_next()
    {
        var news = new SourceDocument { Id = "sales", Date = new DateOnly(2026, 6, 11), Text = "工程机械\n记者获悉，今年1至5月份，主要产品销量较快增长。其中，挖掘机销售126800台。\n" };
        Extractor.Default.Extract(new SourceDocument { Id = "trade", Date = new DateOnly(2025, 3, 20), Text = "外贸\n今年前2个月，全市进出口2.5亿元。\n" });
        Assert.Equal(new Period(2026, 2026, "M01-M05"), Assert.Single(Extractor.Default.Extract(news).Observations).Period);
    }
}
