using Dapper;
using IndicatorPipeline.Extraction;
using IndicatorPipeline.Testing;

namespace IndicatorPipeline.Storage.Tests.Mart;

public sealed class TargetOutcomeTests
{
    [PostgresTheory]
    [InlineData("5.2", "5%以上", ">=", 5.0, 5.0, "more", true)]
    [InlineData("4.9", "5%以上", ">=", 5.0, 5.0, "more", false)]
    [InlineData("5.0", "超过5%", ">", 5.0, 5.0, "more", false)]
    [InlineData("4.6", "5%左右", "~", 5.0, 5.0, "more", true)]
    [InlineData("4.2", "5%左右 a little outside its band", "~", 5.0, 5.0, "more", null)]
    [InlineData("3.0", "5.5%左右 missed by far", "~", 5.5, 5.5, "more", false)]
    [InlineData("5.2", "5.5%左右 not judged by a hair", "~", 5.5, 5.5, "more", null)]
    [InlineData("8.4", "6%左右 far exceeded", "~", 6.0, 6.0, "more", true)]
    [InlineData("8.4", "6%左右 where neither more nor less is wanted", "~", 6.0, 6.0, null, false)]
    [InlineData("2.1", "3%左右 of prices", "~", 3.0, 3.0, "less", true)]
    [InlineData("5.0", "4.5%以内", "<=", 4.5, 4.5, "less", false)]
    [InlineData("8.3", "8%", "=", 8.0, 8.0, "more", true)]
    [InlineData("7.9", "8%", "=", 8.0, 8.0, "more", false)]
    [InlineData("7.9", "8% where neither more nor less is wanted", "=", 8.0, 8.0, null, null)]
    [InlineData("-3.4", "下降3%", "=", -3.0, -3.0, "less", true)]
    [InlineData("6.8", "6.5%—7%", "..", 6.5, 7.0, "more", true)]
    [InlineData("7.2", "6.5%—7% exceeded", "..", 6.5, 7.0, "more", true)]
    [InlineData("6.1", "6.5%—7% missed", "..", 6.5, 7.0, "more", false)]
    public async Task A_bound_is_judged_as_it_is_meant(
        string outcome, string target, string bound, double low, double high, string? desired, bool? met)
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var connection = await database.Source.OpenConnectionAsync();
        var value = decimal.Parse(outcome, System.Globalization.CultureInfo.InvariantCulture);
        var judged = await connection.ExecuteScalarAsync<bool?>(
            "select indicators.met(@low, @high, @bound, '%', @value, @value, '=', '%', @desired)",
            new { low = (decimal)low, high = (decimal)high, bound, value, desired });
        Assert.True(met == judged, $"{outcome} against {target}: {judged}");
    }

    [PostgresTheory]
    [InlineData(">", 300, ">=", 300, true)]
    [InlineData(">", 300, ">=", 310, null)]
    [InlineData("<", 290, ">=", 300, false)]
    [InlineData(">=", 300, "<=", 290, false)]
    public async Task An_outcome_given_as_a_bound_is_judged_only_where_all_it_allows_agrees(
        string outcomeBound, int outcome, string bound, int target, bool? met)
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var connection = await database.Source.OpenConnectionAsync();
        Assert.Equal(met, await connection.ExecuteScalarAsync<bool?>(
            "select indicators.met(@target::numeric, @target::numeric, @bound, 'CNY', @outcome::numeric, @outcome::numeric, @outcomeBound, 'CNY', 'more')", new { target, bound, outcome, outcomeBound }));
    }

    [PostgresFact]
    public async Task The_target_stands_in_the_report_of_its_year_and_the_outcome_in_the_next()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.SaveAsync(new ReportBuilder("sd-2024", "370000", 2024)
            .State("地区生产总值增长5%以上。", "5%", "gdp", 5m, Status.Target, 2024, bound: Bound.AtLeast)
            .State("居民收入增长与经济增长同步。", "与经济增长同步", "income.per_capita", null, Status.Target, 2024)
            .State("居民消费价格保持合理水平。", "保持合理水平", "prices.cpi", null, Status.Target, 2024)
            .State("一般公共预算收入增长3%。", "3%", "fiscal.revenue.general_budget", 3m, Status.Target, 2024));
        await database.SaveAsync(new ReportBuilder("sd-2025", "370000", 2025)
            .State("地区生产总值增长5.7%。", "5.7%", "gdp", 5.7m, Status.Actual, 2024)
            .State("居民人均可支配收入增长5.4%。", "5.4%", "income.per_capita", 5.4m, Status.Actual, 2024)
            .State("进出口增长3.5%。", "3.5%", "trade.total", 3.5m, Status.Actual, 2024)
            .State("到2030年地区生产总值增长6%。", "6%", "gdp", 6m, Status.Target, 2030));
        await using var connection = await database.Source.OpenConnectionAsync();
        var rows = (await connection.QueryAsync<(string Indicator, string Target, string Outcome, decimal? Gap, bool? Met)>(
            "select indicator, target_state, outcome_state, gap, met from mart.target_outcome order by indicator")).AsList();

        Assert.Equal(
            [
                ("fiscal.revenue.general_budget", "number", "none", null, null),
                ("gdp", "number", "reported", 0.7m, true),
                ("income.per_capita", "words", "reported", null, null),
                ("prices.cpi", "words", "none", null, null),
                ("trade.total", "none", "reported", null, null),
            ],
            rows);
        var coverage = await connection.QuerySingleAsync<(int Reports, int Targets, int Outcomes, int Judged, int Met)>(
            "select reports, targets, outcomes, judged, met from mart.coverage where region_code = '370000' and year = 2024");
        Assert.Equal((1, 4, 3, 1, 1), coverage);
    }

    [PostgresFact]
    public async Task What_coverage_keeps_is_what_counting_anew_gives()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.SaveAsync(new ReportBuilder("sd-2024", "370000", 2024)
            .State("地区生产总值增长5%以上。", "5%", "gdp", 5m, Status.Target, 2024, bound: Bound.AtLeast));
        await database.SaveAsync(new ReportBuilder("sd-2025", "370000", 2025).State("地区生产总值增长5.7%。", "5.7%", "gdp", 5.7m, Status.Actual, 2024));
        // The corrected report withdraws what was met, and states something else.
        await database.SaveAsync(new ReportBuilder("sd-2025", "370000", 2025).State("进出口增长3.5%。", "3.5%", "trade.total", 3.5m, Status.Actual, 2024),
            rulesVersion: 2);
        await using var connection = await database.Source.OpenConnectionAsync();
        const string Kept =
            "select region_code, year, targets, outcomes, judged, met from indicators.coverage where targets + outcomes > 0 order by region_code, year";
        var kept = (await connection.QueryAsync<(string, short, int, int, int, int)>(Kept)).AsList();
        await connection.ExecuteAsync("select indicators.recount_coverage()");
        Assert.Equal([("370000", (short)2024, 1, 1, 0, 0)], kept);
        Assert.Equal((await connection.QueryAsync<(string, short, int, int, int, int)>(Kept)).AsList(), kept);
    }

    [PostgresFact]
    public async Task Two_documents_with_different_numbers_are_a_conflict_but_rounding_is_not()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.SaveAsync(new ReportBuilder("a", "370000", 2025)
            .State("地区生产总值增长5.7%。", "5.7%", "gdp", 5.7m, Status.Actual, 2024)
            .State("地区生产总值达到9.86万亿元。", "9.86万亿元", "gdp", 9.86e12m, Status.Actual, 2024, Measure.Level, unit: "CNY"));
        await database.SaveAsync(new ReportBuilder("b", "370000", 2025)
            .State("全省地区生产总值增长6%。", "6%", "gdp", 6m, Status.Actual, 2024)
            .State("全省地区生产总值达到98566亿元。", "98566亿元", "gdp", 9.8566e12m, Status.Actual, 2024, Measure.Level, unit: "CNY"));
        await using var connection = await database.Source.OpenConnectionAsync();
        var rows = await connection.QueryAsync<(string, int, bool)>(
            "select measure, outcome_statements, outcome_conflict from mart.target_outcome order by measure");
        Assert.Equal([("growth", 2, true), ("level", 2, false)], rows);
    }

    [PostgresFact]
    public async Task An_aspiration_stands_beside_the_target_not_for_it()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.SaveAsync(new ReportBuilder("a", "370000", 2025)
            .State("力争达到8%。", "8%", "gdp", 8m, Status.Target, 2025, modality: Modality.Strive)
            .State("增长7%以上。", "7%", "gdp", 7m, Status.Target, 2025, bound: Bound.AtLeast));
        await using var connection = await database.Source.OpenConnectionAsync();
        const string Sql = "select target_low, aspiration_low, target_conflict from mart.target_outcome";
        Assert.Equal((7m, 8m, false), await connection.QuerySingleAsync<(decimal, decimal, bool)>(Sql));
    }

    [PostgresFact]
    public async Task Saves_of_target_and_outcome_at_the_same_moment_both_count()
    {
        await using var database = await TestDatabase.CreateAsync();
        await Task.WhenAll(Enumerable.Range(2005, 16).Select(year => Task.Run(() => database.SaveAsync(new ReportBuilder($"r-{year}", "370000", year)
            .State("去年增长7%。", "7%", "gdp", 7m, Status.Actual, year - 1)
            .State("今年增长6%。", "6%", "gdp", 6m, Status.Target, year)))));
        await using var connection = await database.Source.OpenConnectionAsync();
        Assert.Equal(15, await connection.ExecuteScalarAsync<int>("select count(*) from mart.target_outcome where met and gap = 1"));
        Assert.Equal(17, await connection.ExecuteScalarAsync<int>("select count(*) from mart.target_outcome"));
    }
}
