using Dapper;
using IndicatorPipeline.Extraction;
using IndicatorPipeline.Testing;

namespace IndicatorPipeline.Storage.Tests.Copies;

public sealed class CopyTests
{
    private static readonly (string Sentence, string Value, string Indicator, decimal Number)[] Lines =
    [
        ("地区生产总值增长5.7%。", "5.7%", "gdp", 5.7m),
        ("固定资产投资增长3.3%。", "3.3%", "investment.fixed_asset", 3.3m),
        ("社会消费品零售总额增长5%。", "5%", "consumption.retail_sales", 5m),
        ("进出口增长3.5%。", "3.5%", "trade.total", 3.5m),
        ("一般公共预算收入增长1.9%。", "1.9%", "fiscal.revenue.general_budget", 1.9m),
        ("城镇居民人均可支配收入增长4.7%。", "4.7%", "income.urban_per_capita", 4.7m),
        ("农村居民人均可支配收入增长6.4%。", "6.4%", "income.rural_per_capita", 6.4m),
        ("粮食总产量增长0.6%。", "0.6%", "agriculture.grain_output", 0.6m),
        ("出口增长4.2%。", "4.2%", "trade.exports", 4.2m),
        ("规模以上工业增加值增长8.3%。", "8.3%", "industry.value_added.above_scale", 8.3m),
    ];

    [PostgresFact]
    public async Task A_copy_counts_once_and_is_named()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.SaveAsync(Report("b-first", "", 0..10));
        await database.SaveAsync(Report("c-again", "", 0..10));
        await database.SaveAsync(Report("d-altered", "（转载）", 0..10));
        await database.SaveAsync(Report("a-part", "节选：", 2..7));
        await database.SaveAsync(Report("other", "", 0..2));
        await using var connection = await database.Source.OpenConnectionAsync();

        var copies = await connection.QueryAsync<(string, string, string)>(
            "select document, original_document, kind from mart.copy_history where valid_to is null order by document");
        Assert.Equal([("a-part", "b-first", "excerpt"), ("c-again", "b-first", "exact"), ("d-altered", "b-first", "near")], copies);
        Assert.Equal(12, await connection.ExecuteScalarAsync<int>("select count(*) from mart.observation"));
        Assert.Equal(37, await connection.ExecuteScalarAsync<int>("select count(*) from mart.statement"));
        Assert.Equal(["a-part", "c-again", "d-altered"],
            await connection.ExecuteScalarAsync<string[]>("select copies from mart.observation where document = 'b-first' limit 1") ?? []);
        Assert.Equal("b-first",
            await connection.ExecuteScalarAsync<string>("select copy_of_document from mart.statement where document = 'd-altered' limit 1"));
        Assert.Equal(1,
            await connection.ExecuteScalarAsync<int>("select outcome_statements from mart.target_outcome where indicator = 'trade.exports'"));
    }

    [PostgresFact]
    public async Task The_full_report_is_the_original_also_when_its_excerpt_came_first()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.SaveAsync(Report("part", "节选：", 2..7));
        await database.SaveAsync(Report("full", "", 0..10));
        await using var connection = await database.Source.OpenConnectionAsync();
        const string Sql = "select document, original_document, kind from mart.copy_history where valid_to is null";
        Assert.Equal(("part", "full", "excerpt"), await connection.QuerySingleAsync<(string, string, string)>(Sql));
    }

    [PostgresFact]
    public async Task Places_that_report_the_same_numbers_have_reports_of_their_own()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.SaveAsync(Report("shandong", "", 0..10));
        await database.SaveAsync(Report("zhejiang-first", "", 0..10, "330000"));
        await database.SaveAsync(Report("zhejiang-again", "", 0..10, "330000"));
        await database.SaveAsync(Report("jinan", "", 0..10, "370100"));
        await database.SaveAsync(Report("unknown", "", 0..10, region: null));
        await using var connection = await database.Source.OpenConnectionAsync();

        // A place within the other may be named more or less exactly; of what nobody knows the place of, all may be the original.
        var copies = await connection.QueryAsync<(string, string)>(
            "select document, original_document from mart.copy_history where valid_to is null order by document");
        Assert.Equal([("shandong", "jinan"), ("unknown", "jinan"), ("zhejiang-first", "zhejiang-again")], copies);
        Assert.Equal(20, await connection.ExecuteScalarAsync<int>("select count(*) from mart.observation"));
    }

    [PostgresFact]
    public async Task A_copy_whose_original_changes_counts_again()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.SaveAsync(Report("first", "", 0..5));
        await database.SaveAsync(Report("again", "", 0..5));
        await using var connection = await database.Source.OpenConnectionAsync();
        var moment = await connection.ExecuteScalarAsync<DateTimeOffset>("select clock_timestamp()");
        await database.SaveAsync(Report("again", "", 5..10));

        Assert.Equal(10, await connection.ExecuteScalarAsync<int>("select count(*) from mart.observation"));
        Assert.Equal(5, await connection.ExecuteScalarAsync<int>("select count(*) from mart.observation_asof(@moment)", new { moment }));
        Assert.Equal(10, await connection.ExecuteScalarAsync<int>("select count(*) from mart.target_outcome"));
    }

    [PostgresFact]
    public async Task Copies_saved_at_the_same_moment_have_one_original()
    {
        await using var database = await TestDatabase.CreateAsync();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => database.SaveAsync(Report($"r{i}", "", 0..8)))));
        await using var connection = await database.Source.OpenConnectionAsync();
        Assert.Equal(8, await connection.ExecuteScalarAsync<int>("select count(*) from mart.observation"));
        Assert.Equal(1,
            await connection.ExecuteScalarAsync<int>("select count(distinct original_document) from mart.copy_history where valid_to is null"));
    }

    [PostgresFact]
    public async Task Copies_are_the_same_in_whatever_order_and_by_how_many_hands_they_were_saved()
    {
        ReportBuilder[] reports = [Report("a", "", 0..6), Report("b", "", 0..6), Report("c", "附：", 0..9), Report("d", "", 0..10),
            Report("e", "", 2..8), Report("f", "", 1..6), Report("g", "", 0..4), Report("h", "", 8..10)];
        var expected = await CopiesAsync(reports, atOnce: 1);

        Assert.NotEqual("", expected);
        for (var seed = 1; seed <= 6; seed++)
        {
            var shuffled = reports.ToArray();
            new Random(seed).Shuffle(shuffled);
            Assert.Equal(expected, await CopiesAsync(shuffled, atOnce: 1 + (seed % 4)));
        }
    }

    [PostgresFact]
    public async Task A_copy_that_ceases_to_be_one_and_becomes_one_again_leaves_what_a_clean_load_gives()
    {
        var last = Report("b", "", 0..6);
        await using var database = await TestDatabase.CreateAsync();
        foreach (var report in (ReportBuilder[])[Report("c", "", 0..10), Report("a", "", 0..6), Report("b", "", 0..6), Report("b", "", 6..10), last])
            await database.SaveAsync(report);

        Assert.Equal(await CopiesAsync([Report("a", "", 0..6), last, Report("c", "", 0..10)], atOnce: 1), await DumpAsync(database));
    }

    [PostgresFact]
    public async Task More_copies_than_are_looked_at_have_one_original()
    {
        await using var database = await TestDatabase.CreateAsync();
        foreach (var i in Enumerable.Range(0, 40).Reverse())
            await database.SaveAsync(Report($"r{i:D2}", "", 0..5));
        await using var connection = await database.Source.OpenConnectionAsync();
        const string Sql = "select original_document, count(*)::int from mart.copy_history where valid_to is null group by 1";
        Assert.Equal(("r00", 39), await connection.QuerySingleAsync<(string, int)>(Sql));
        Assert.Equal(5, await connection.ExecuteScalarAsync<int>("select count(*) from mart.observation"));
    }

    private static async Task<string> CopiesAsync(IReadOnlyList<ReportBuilder> reports, int atOnce)
    {
        await using var database = await TestDatabase.CreateAsync();
        await Parallel.ForEachAsync(reports, new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (report, _) =>
            await database.SaveAsync(report));
        return await DumpAsync(database);
    }

    /// <summary>Copies, and what follows from them, without numbers and times.</summary>
    private static async Task<string> DumpAsync(TestDatabase database)
    {
        await using var connection = await database.Source.OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<string>("""
            select concat_ws(E'\n',
              (select string_agg(concat_ws(' ', document, original_document, original_speech, kind, similarity), E'\n' order by document) from mart.copy_history where valid_to is null),
              (select string_agg(concat_ws(' ', indicator, year, outcome_document, outcome_text, outcome_statements), E'\n' order by indicator, year) from mart.target_outcome))
            """) ?? "";
    }

    private static ReportBuilder Report(string id, string opening, Range lines, string? region = "370000")
    {
        var report = new ReportBuilder(id, region, 2025).Say(opening);
        foreach (var line in Lines[lines])
            report.State(line.Sentence, line.Value, line.Indicator, line.Number, Status.Actual, 2024);
        return report;
    }
}
