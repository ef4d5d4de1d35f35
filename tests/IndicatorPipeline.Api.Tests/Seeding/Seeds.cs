using IndicatorPipeline.Extraction;
using IndicatorPipeline.Storage.Documents;
using IndicatorPipeline.Storage.Extractions;
using IndicatorPipeline.Storage.Failures;
using IndicatorPipeline.Storage.Runs;
using Npgsql;

namespace IndicatorPipeline.Api.Tests.Seeding;

/// <summary>What the tests' database holds: a few provinces over a few years, with every case that outcomes know.</summary>
public static class Seeds
{
    /// <summary>A sentence that must come out as it is everywhere and run nowhere.</summary>
    public const string Hostile = "<script>window.hurt=1</script>'; drop table x; -- \"引号\", =1+1\n";

    public static Quantity Percent(decimal value, Bound bound = Bound.Exact) => new(value, value, bound, "%");

    public static Quantity Yuan(decimal value, Bound bound = Bound.Exact) => new(value, value, bound, "CNY");

    /// <summary>Saves everything through the stores that the pipeline uses.</summary>
    public static async Task SaveAsync(NpgsqlDataSource database)
    {
        var runs = new RunStore(database);
        var run = await runs.StartAsync("ingest", "test", Extractor.RulesVersion, default);
        var reports = All().ToList();
        foreach (var report in reports)
        {
            await SaveAsync(database, report, run);
        }

        await runs.AddAsync(run, new RunCounts(Seen: reports.Count + 1, New: reports.Count, Failed: 1), default);
        await runs.FinishAsync(run, null, default);
        var place = new DocumentPlace("seeds", "440000/广东省2025年政府工作报告.pdf");
        var scan = new FailureToRecord(place, FailureStage.Read, "needs_ocr", "the PDF holds pictures of pages and no text")
        {
            Remedy = "run OCR on it first",
            RunId = run,
        };
        await new FailureStore(database, RetrySchedule.Default).RecordAsync(scan, default);
    }

    /// <summary>Saves one report, or its changed version; returns the document's number.</summary>
    public static async Task<long> SaveAsync(NpgsqlDataSource database, SeedReport report, long? run = null)
    {
        var found = report.Found(DateTimeOffset.UtcNow);
        var registered = await new DocumentStore(database).RegisterAsync(found, null, default);
        var extraction = new ExtractionToSave(registered.DocumentId, registered.VersionId, report.Extraction(found.Document));
        await new ExtractionStore(database).SaveAsync([extraction], Extractor.RulesVersion, run, default);
        return registered.DocumentId;
    }

    private static IEnumerable<SeedReport> All()
    {
        yield return County("000");
        yield return County("001").Write("本文据原稿整理。\n");

        foreach (var (region, name) in new[] { ("000000", "国务院"), ("370000", "山东省"), ("330000", "浙江省") })
        {
            for (var year = 2021; year <= 2025; year++)
            {
                yield return Report(region, name, year);
            }
        }

        // A second source that disagrees with the report of Zhejiang on 2023.
        yield return new SeedReport("浙江省2024年计划报告", "330000", 2024)
            .Say("去年全省生产总值增长", "6.5%", "。\n", "gdp", Measure.Growth, Status.Actual, 2023, Percent(6.5m), confidence: 0.8m);
    }

    /// <summary>Four amounts promised by a place whose code is a county's.</summary>
    private static SeedReport County(string name) => new SeedReport(name, "371312", 2008)
        .Say("力争工业增加值达到", "100亿", "，", "industry.value_added", Measure.Level, Status.Target, 2010, Yuan(100_0000_0000m), indicatorText: "工业增加值")
        .Say("财政收入突破", "20亿", "，", "fiscal.revenue.general_budget", Measure.Level, Status.Target, 2010, Yuan(20_0000_0000m, Bound.MoreThan),
            indicatorText: "财政收入")
        .Say("固定资产投资完成", "300亿", "，", "investment.fixed_asset", Measure.Level, Status.Target, 2010, Yuan(300_0000_0000m), indicatorText: "固定资产投资")
        .Say("新栽苹果", "3万亩", "。\n", null, Measure.Level, Status.Target, 2010, new Quantity(20_000_000m, 20_000_000m, Bound.Exact, "m2"),
            indicatorText: "新栽苹果", openIndicator: "agriculture.orchards");

    /// <summary>Every sentence names its region: reports that share sentences would be taken for copies of each other.</summary>
    private static SeedReport Report(string region, string name, int year)
    {
        var report = new SeedReport($"{name}{year}年政府工作报告", region, year)
            .Write("一、工作回顾\n")
            .Say($"过去一年，{name}生产总值增长", Reached(year - 1), "，", "gdp", Measure.Growth, Status.Actual, year - 1, Percent(ReachedNumber(year - 1)),
                indicatorText: "生产总值")
            .Say($"{name}经济总量达到", $"{year - 2000}000亿元", "。\n", "gdp", Measure.Level, Status.Actual, year - 1, Yuan((year - 2000) * 1000_0000_0000m),
                indicatorText: "生产总值")
            .Write(Hostile)
            .Write("二、目标\n");
        report = year switch
        {
            // A target in words, a floor with an aspiration, a range, about, exactly.
            2021 => report
                .Say($"{name}生产总值增长", "与全国同步", "；", "gdp", Measure.Growth, Status.Target, year, null, indicatorText: "生产总值")
                .Say($"“十四五”期间，{name}生产总值年均增长", "5.5%", "以上。\n", "gdp", Measure.AverageGrowth, Status.Target, 2021,
                    Percent(5.5m, Bound.AtLeast), endYear: 2025, indicatorText: "生产总值"),
            2022 => report
                .Say($"{name}生产总值增长", "5%", "以上，", "gdp", Measure.Growth, Status.Target, year,
                    Percent(region == "370000" ? 6 : 5, Bound.AtLeast), indicatorText: "生产总值")
                .Say($"{name}力争达到", "8%", "。\n", "gdp", Measure.Growth, Status.Target, year,
                    Percent(8), indicatorText: "生产总值", modality: Modality.Strive),
            2023 => report.Say($"{name}生产总值增长", "5%—5.5%", "。\n", "gdp", Measure.Growth, Status.Target, year,
                new Quantity(5, 5.5m, Bound.Range, "%"), indicatorText: "生产总值"),
            2024 => report.Say($"{name}生产总值增长", "5%", "左右。\n", "gdp", Measure.Growth, Status.Target, year,
                Percent(5, Bound.About), indicatorText: "生产总值"),
            _ => report.Say($"{name}生产总值增长", "5%", "。\n", "gdp", Measure.Growth, Status.Target, year,
                Percent(5), indicatorText: "生产总值"),
        };
        return report.Say($"{name}居民消费价格涨幅控制在", "3%", "以内。\n", "prices.cpi", Measure.Growth, Status.Target, year,
            Percent(3, Bound.AtMost), indicatorText: "居民消费价格");
    }

    private static string Reached(int year) => FormattableString.Invariant($"{ReachedNumber(year)}%");

    /// <summary>2022 falls short of its floor, 2023 lies in its range, 2024 a little under 左右.</summary>
    private static decimal ReachedNumber(int year) => year switch { 2021 => 8.1m, 2022 => 3.0m, 2023 => 5.2m, 2024 => 4.9m, _ => 2.3m };
}
