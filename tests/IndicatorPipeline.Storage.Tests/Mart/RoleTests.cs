using Dapper;
using IndicatorPipeline.Extraction;
using IndicatorPipeline.Storage.Extractions;
using IndicatorPipeline.Testing;
using Npgsql;

namespace IndicatorPipeline.Storage.Tests.Mart;

public sealed class RoleTests
{
    private const string InsufficientPrivilege = "42501";
    private const string ReadOnly = "25006";

    [PostgresFact]
    public async Task The_reader_sees_all_of_mart_and_nothing_else()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.SaveAsync(new ReportBuilder("r", "370000", 2025).State("增长5%。", "5%", "gdp", 5, Status.Actual, 2024));
        await using var reader = Database.OpenReader(database.ConnectionString);
        await using var connection = await reader.OpenConnectionAsync();
        var views = (await connection.QueryAsync<string>("select table_name from information_schema.views where table_schema = 'mart'")).AsList();

        Assert.Contains("observation", views);
        foreach (var view in views)
            await connection.QueryAsync($"select * from mart.{view} limit 1");
        await connection.QueryAsync("select * from mart.observation_asof(now())");
        await connection.QueryAsync("select * from mart.observation where quote_bigrams @> mart.bigrams('增长') and mart.contains(quote, '增长')");
        foreach (var table in new[] { "observation", "document", "run", "schema_version" })
        {
            var denied = await Assert.ThrowsAsync<PostgresException>(() => connection.QueryAsync($"select * from indicators.{table}"));
            Assert.Equal(InsufficientPrivilege, denied.SqlState);
        }

        string[] statements =
        [
            "delete from mart.run", "update mart.region set name = 'x'",
            "create table mart.mine (a int)", "create schema mine", "create table public.mine (a int)",
        ];
        foreach (var sql in statements)
        {
            var denied = await Assert.ThrowsAsync<PostgresException>(() =>
                connection.ExecuteAsync("set default_transaction_read_only = off; " + sql));
            Assert.Contains(denied.SqlState, new[] { InsufficientPrivilege, ReadOnly, "55000" });
        }
    }

    [PostgresFact]
    public async Task The_writer_can_store_but_not_rewrite_history()
    {
        await using var database = await TestDatabase.CreateAsync();
        var report = new ReportBuilder("r", "370000", 2025).State("增长5%。", "5%", "gdp", 5, Status.Actual, 2024);
        var registered = await database.RegisterAsync(report.Document());
        var asWriter = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Options = "-c role=indicators_writer" };
        await using var writer = Database.Open(asWriter.ConnectionString);
        var extraction = new ExtractionToSave(registered.DocumentId, registered.VersionId, report.Extraction());
        var saved = await new ExtractionStore(writer).SaveAsync([extraction], 1, null, default);
        Assert.Equal(1, saved[0].Added);

        await using var connection = await writer.OpenConnectionAsync();
        string[] statements =
        [
            "update indicators.observation set low = 9", "delete from indicators.observation", "truncate indicators.speech",
            "drop table indicators.run", "update indicators.region set name = 'x'",
        ];
        foreach (var sql in statements)
        {
            var denied = await Assert.ThrowsAsync<PostgresException>(() => connection.ExecuteAsync(sql));
            Assert.Equal(InsufficientPrivilege, denied.SqlState);
        }
    }

    [PostgresTheory]
    [InlineData("low > high", "update indicators.observation set low = 9, high = 8")]
    [InlineData("two numbers that are no range", "update indicators.observation set high = 9")]
    [InlineData("years in the wrong order", "update indicators.observation set period_start_year = 2030")]
    [InlineData("an unknown bound", "update indicators.observation set bound = '≥'")]
    [InlineData("a value longer than its span", "update indicators.observation set value_text = 'much longer than it was'")]
    [InlineData("a number without a unit", "update indicators.observation set unit = null")]
    [InlineData("an end before its beginning", "update indicators.observation set valid_to = valid_from - interval '1 day'")]
    [InlineData("an outcome without a number", "update indicators.observation set low = null, high = null, bound = null, unit = null")]
    [InlineData("codes of both kinds at once", "update indicators.observation set open_indicator = 'gdp.ocean'")]
    [InlineData("a speech of another document", "update indicators.observation set document_id = document_id + 1")]
    [InlineData("an empty sentence", "update indicators.sentence set text = ''")]
    [InlineData("a year out of range", "update indicators.speech set year = 20255")]
    [InlineData("a fact without evidence", "update indicators.speech set year_evidence = null")]
    public async Task A_wrong_row_is_impossible(string what, string sql)
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.SaveAsync(new ReportBuilder("r", "370000", 2025).State("增长5%。", "5%", "gdp", 5, Status.Actual, 2024));
        await using var connection = await database.Source.OpenConnectionAsync();
        var exception = await Assert.ThrowsAsync<PostgresException>(() => connection.ExecuteAsync(sql));
        Assert.True(exception.SqlState.StartsWith("23", StringComparison.Ordinal), $"{what}: {exception.SqlState}");
    }

    [PostgresTheory]
    [InlineData("the span leaves the text", "span_end + 100000", "indicator", "unit", "region_code")]
    [InlineData("indicator no.such is not in the catalogue", "span_end", "'no.such'", "unit", "region_code")]
    [InlineData("unit lightyear is not in the catalogue", "span_end", "indicator", "'lightyear'", "region_code")]
    [InlineData("region 999999 is not in the catalogue", "span_end", "indicator", "unit", "'999999'")]
    [InlineData("unit kg does not fit growth of gdp", "span_end", "indicator", "'kg'", "region_code")]
    public async Task A_row_outside_its_text_or_the_catalogue_is_impossible(string reason, string end, string indicator, string unit, string region)
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.SaveAsync(new ReportBuilder("r", "370000", 2025).State("增长5%。", "5%", "gdp", 5, Status.Actual, 2024));
        await using var connection = await database.Source.OpenConnectionAsync();
        var exception = await Assert.ThrowsAsync<PostgresException>(() => connection.ExecuteAsync($"""
            insert into indicators.observation (document_id, speech_id, version_id, sentence_id, span_start, span_end, ordinal, value_text, indicator, indicator_text, measure,
              low, high, bound, unit, status, scope, region_code, rule, confidence, rules_version, valid_from)
            select document_id, speech_id, version_id, sentence_id, span_start, {end}, 2, value_text, {indicator}, indicator_text, measure,
              low, high, bound, {unit}, status, scope, {region}, rule, confidence, rules_version, valid_from
            from indicators.observation
            """));
        Assert.EndsWith(reason, exception.MessageText, StringComparison.Ordinal);
    }
}
