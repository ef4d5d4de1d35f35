using Dapper;
using IndicatorPipeline.Extraction;
using IndicatorPipeline.Storage.Extractions;
using IndicatorPipeline.Testing;

namespace IndicatorPipeline.Storage.Tests.Extractions;

public sealed class ExtractionStoreTests
{
    private static ReportBuilder Report(decimal growth = 5.2m) => new ReportBuilder("sd-2025", "370000", 2025)
        .Say("各位代表：")
        .State("地区生产总值增长5.7%。", "5.7%", "gdp", 5.7m, Status.Actual, 2024)
        .State($"今年地区生产总值增长{growth}%以上。", $"{growth}%", "gdp", growth, Status.Target, 2025, bound: Bound.AtLeast);

    [PostgresFact]
    public async Task Every_field_comes_back_as_it_was_read()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.SaveAsync(Report());
        await using var connection = await database.Source.OpenConnectionAsync();
        var row = await connection.QuerySingleAsync("select * from mart.observation where status = 'target'");

        Assert.Equal("sd-2025", row.document);
        Assert.Equal(1, row.speech);
        Assert.Equal("今年地区生产总值增长5.2%以上。", row.quote);
        Assert.Equal("5.2%", row.value_text);
        Assert.Equal(Report().Document().Text.IndexOf("5.2%", StringComparison.Ordinal), row.span_start);
        Assert.Equal(row.span_start + 4, row.span_end);
        Assert.Equal(("gdp", "growth", 5.2m, 5.2m, ">=", "%"),
            ((string)row.indicator, (string)row.measure, (decimal)row.low, (decimal)row.high, (string)row.bound, (string)row.unit));
        Assert.Equal(new DateOnly(2025, 1, 1), row.period_start);
        Assert.Equal(new DateOnly(2025, 12, 31), row.period_end);
        Assert.Equal("山东省", row.region_name);
        Assert.Equal(0.9m, row.confidence);
        Assert.Equal(new DateOnly(2025, 1, 15), row.speech_date);
        Assert.Empty((string[])row.copies);
    }

    [PostgresFact]
    public async Task A_code_of_the_wider_catalogue_is_stored_named_and_changed_like_any_other_field()
    {
        await using var database = await TestDatabase.CreateAsync();
        ReportBuilder Catering(string? code) => new ReportBuilder("sd-2025", "370000", 2025)
            .State("餐饮收入增长7%。", "7%", null, 7m, Status.Actual, 2024, openIndicator: code);
        await database.SaveAsync(Catering(null));
        await database.SaveAsync(Catering("consumption.catering"));
        var again = await database.SaveAsync(Catering("consumption.catering"));
        Assert.Equal((0, 0), (again.Added, again.Closed));

        await using var connection = await database.Source.OpenConnectionAsync();
        var row = await connection.QuerySingleAsync(
            "select indicator, open_indicator, open_indicator_name_zh, open_indicator_name_en from mart.observation");
        Assert.Null(row.indicator);
        Assert.Equal(("consumption.catering", "餐饮收入"), ((string)row.open_indicator, (string)row.open_indicator_name_zh));
        var exception = await Assert.ThrowsAsync<BadExtractionException>(() => database.SaveAsync(Catering("consumption.no_such")));
        Assert.Contains("consumption.no_such", exception.Message, StringComparison.Ordinal);
    }

    [PostgresFact]
    public async Task Saving_the_same_twice_changes_nothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        var first = await database.SaveAsync(Report());
        var before = await DumpAsync(database);
        var second = await database.SaveAsync(Report());

        Assert.Equal((2, 0), (first.Added, first.Closed));
        Assert.Equal((2, 0, 0), (second.Observations, second.Added, second.Closed));
        Assert.False(second.IsChanged);
        Assert.Equal(before, await DumpAsync(database));
    }

    [PostgresFact]
    public async Task A_changed_document_closes_what_changed_and_keeps_the_rest()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.SaveAsync(Report(5.2m));
        var saved = await database.SaveAsync(Report(5.4m));

        Assert.Equal((2, 1, 1), (saved.Observations, saved.Added, saved.Closed));
        await using var connection = await database.Source.OpenConnectionAsync();
        var history = await connection.QueryAsync<(string Value, bool Open)>(
            "select value_text, valid_to is null from mart.observation_history order by observation_id");
        Assert.Equal([("5.7%", true), ("5.2%", false), ("5.4%", true)], history.AsList());
        Assert.Equal(["5.7%", "5.4%"], await connection.QueryAsync<string>("select value_text from mart.observation order by span_start"));
    }

    [PostgresFact]
    public async Task Any_moment_of_the_past_can_be_asked_for()
    {
        await using var database = await TestDatabase.CreateAsync();
        var moments = new List<DateTimeOffset>();
        foreach (var growth in new[] { 5.1m, 5.2m, 5.3m })
        {
            await database.SaveAsync(Report(growth));
            await using var look = await database.Source.OpenConnectionAsync();
            moments.Add(await look.ExecuteScalarAsync<DateTimeOffset>("select clock_timestamp()"));
        }

        await using var connection = await database.Source.OpenConnectionAsync();
        foreach (var (moment, growth) in moments.Zip([5.1m, 5.2m, 5.3m]))
        {
            const string Target = "select low from mart.observation_asof(@moment) where status = 'target'";
            Assert.Equal(growth, await connection.ExecuteScalarAsync<decimal>(Target, new { moment }));
            const string Judged = "select target_low from mart.target_outcome_asof(@moment) where year = 2025";
            Assert.Equal(growth, await connection.ExecuteScalarAsync<decimal>(Judged, new { moment }));
        }

        const string Count = "select count(*) from mart.observation_asof(@before)";
        Assert.Equal(0, await connection.ExecuteScalarAsync<int>(Count, new { before = moments[0].AddDays(-1) }));
    }

    [PostgresFact]
    public async Task Returning_to_an_earlier_text_returns_to_its_version()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.SaveAsync(Report(5.2m));
        await database.SaveAsync(Report(5.4m));
        var saved = await database.SaveAsync(Report(5.2m));

        Assert.Equal((1, 1), (saved.Added, saved.Closed));
        await using var connection = await database.Source.OpenConnectionAsync();
        Assert.Equal(2, await connection.ExecuteScalarAsync<int>("select count(*) from indicators.document_version"));
        Assert.Equal(5.2m, await connection.ExecuteScalarAsync<decimal>("select low from mart.observation where status = 'target'"));
    }

    [PostgresFact]
    public async Task Older_rules_and_older_versions_do_not_undo_newer_ones()
    {
        await using var database = await TestDatabase.CreateAsync();
        var store = new ExtractionStore(database.Source);
        var old = Report(5.2m).Extraction();
        var first = await database.RegisterAsync(old.Document);
        await database.SaveAsync(Report(5.4m), rulesVersion: 7);

        var outdatedVersion = Assert.Single(await store.SaveAsync([new(first.DocumentId, first.VersionId, old)], 7, null, default));
        var outdatedRules = await database.SaveAsync(Report(5.4m), rulesVersion: 6);

        Assert.True(outdatedVersion.IsOutdated);
        Assert.True(outdatedRules.IsOutdated);
        await using var connection = await database.Source.OpenConnectionAsync();
        Assert.Equal(5.4m, await connection.ExecuteScalarAsync<decimal>("select low from mart.observation where status = 'target'"));
    }

    [PostgresFact]
    public async Task Newer_rules_touch_only_what_they_read_otherwise()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.SaveAsync(Report(), rulesVersion: 1);
        var same = await database.SaveAsync(Report(), rulesVersion: 2);
        var corrected = await database.SaveAsync(
            new ReportBuilder("sd-2025", "370000", 2025)
                .Say("各位代表：")
                .State("地区生产总值增长5.7%。", "5.7%", "gdp", 5.7m, Status.Actual, 2024)
                .State("今年地区生产总值增长5.2%以上。", "5.2%", "gdp", 5.2m, Status.Target, 2025, bound: Bound.AtLeast, confidence: 0.5m),
            rulesVersion: 3);

        Assert.False(same.IsChanged);
        Assert.Equal((1, 1), (corrected.Added, corrected.Closed));
        await using var connection = await database.Source.OpenConnectionAsync();
        Assert.Equal([1, 3], await connection.QueryAsync<int>("select rules_version from mart.observation order by span_start"));
        Assert.Equal(3, await connection.ExecuteScalarAsync<int>("select rules_version from mart.document"));
    }

    [PostgresFact]
    public async Task A_reading_that_cannot_be_right_is_refused_and_kept_aside()
    {
        await using var database = await TestDatabase.CreateAsync();
        var report = Report().State("粮食产量达到5元。", "5元", "agriculture.grain_output", 5m, Status.Actual, 2024, Measure.Level, unit: "CNY");
        var first = await database.SaveAsync(report);
        var second = await database.SaveAsync(report);

        Assert.Equal((2, 1), (first.Added, first.Refused));
        Assert.False(second.IsChanged);
        await using var connection = await database.Source.OpenConnectionAsync();
        Assert.Equal("unit CNY does not fit level of agriculture.grain_output",
            Assert.Single(await connection.QueryAsync<string>("select reason from indicators.refusal")));
    }

    [PostgresFact]
    public async Task A_code_that_no_catalogue_holds_is_named()
    {
        await using var database = await TestDatabase.CreateAsync();
        var exception = await Assert.ThrowsAsync<BadExtractionException>(() =>
            database.SaveAsync(Report().State("某产值增长3%。", "3%", "no.such", 3m, Status.Actual, 2024)));

        Assert.Equal("there is no indicator no.such: correct the code given", exception.Message);
        await using var connection = await database.Source.OpenConnectionAsync();
        Assert.Equal(0, await connection.ExecuteScalarAsync<int>("select count(*) from indicators.observation"));
        Assert.Equal(0, await connection.ExecuteScalarAsync<int>("select count(*) from indicators.sentence"));
    }

    [PostgresFact]
    public async Task Processes_that_save_one_document_at_once_take_turns()
    {
        await using var database = await TestDatabase.CreateAsync();
        var results = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() => database.SaveAsync(Report(), rulesVersion: 1))));

        Assert.Equal(2, results.Sum(saved => saved.Added));
        await using var connection = await database.Source.OpenConnectionAsync();
        Assert.Equal(2, await connection.ExecuteScalarAsync<int>("select count(*) from indicators.observation"));
        Assert.Equal(1, await connection.ExecuteScalarAsync<int>("select count(*) from indicators.extraction"));
    }

    [PostgresFact]
    public async Task Characters_that_PostgreSQL_cannot_hold_do_not_move_a_span()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.SaveAsync(new ReportBuilder("odd", "370000", 2025)
            .Say("a\0b\uD800c𠮷")
            .State("出口\0增长5%。", "5%", "trade.exports", 5m, Status.Actual, 2024));

        await using var connection = await database.Source.OpenConnectionAsync();
        var (text, start, end) = await connection.QuerySingleAsync<(string, int, int)>("""
            select v.text, o.span_start, o.span_end from mart.observation o join mart.document_version v using (version_id)
            """);
        Assert.Equal("5%", text[start..end]);
        Assert.Equal("a\u2400b\uFFFDc𠮷出口\u2400增长5%。", text);
    }

    [PostgresFact]
    public async Task A_clock_that_was_set_back_keeps_the_order_of_saves()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.SaveAsync(Report(5.2m));
        await using var connection = await database.Source.OpenConnectionAsync();
        await connection.ExecuteAsync("""
            update indicators.document set saved_at = saved_at + interval '1 hour';
            update indicators.observation set valid_from = valid_from + interval '1 hour';
            update indicators.speech set valid_from = valid_from + interval '1 hour';
            update indicators.target_outcome set valid_from = valid_from + interval '1 hour'
            """);
        await database.SaveAsync(Report(5.4m));

        Assert.Equal(5.4m, await connection.ExecuteScalarAsync<decimal>("select low from mart.observation where status = 'target'"));
    }

    private static async Task<string> DumpAsync(TestDatabase database)
    {
        await using var connection = await database.Source.OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<string>("""
            select concat_ws(E'\n',
              (select string_agg(o::text, E'\n' order by observation_id) from indicators.observation o),
              (select string_agg(s::text, E'\n' order by speech_id) from indicators.speech s),
              (select string_agg(q::text, E'\n' order by sentence_id) from indicators.sentence q),
              (select string_agg(x::text, E'\n' order by extraction_id) from indicators.extraction x),
              (select string_agg(t::text, E'\n' order by target_outcome_id) from indicators.target_outcome t),
              (select string_agg(v::text, E'\n' order by version_id) from indicators.document_version v))
            """) ?? "";
    }
}
