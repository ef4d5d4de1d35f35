using Dapper;
using IndicatorPipeline.Extraction;
using IndicatorPipeline.Jobs;
using IndicatorPipeline.Storage.Extractions;
using IndicatorPipeline.Storage.Settling;
using IndicatorPipeline.Storage.Tests.Jobs;
using IndicatorPipeline.Testing;
using Npgsql;

namespace IndicatorPipeline.Storage.Tests.Settling;

/// <summary>What follows from a save, when the process ends between the two.</summary>
public sealed class SettlingTests
{
    private const string Break = """
        create function broken() returns trigger language plpgsql as $$ begin raise exception 'the worker ends here'; end $$;
        create trigger broken before insert on indicators.target_outcome for each statement execute function broken()
        """;

    [PostgresFact]
    public async Task What_a_save_left_unsettled_is_settled_by_the_next_sweep_once()
    {
        await using var database = await TestDatabase.CreateAsync();
        await SaveBrokenAsync(database, "a", "b");
        Assert.Equal("2 0 0", await CountsAsync(database));

        await using var scan = new LocalScan(database);
        await scan.RunAsync(new JobRequest(JobNames.RetryFailures));
        Assert.Equal("0 4 1", await CountsAsync(database));

        await scan.RunAsync(new JobRequest(JobNames.RetryFailures));
        await new SettlingStore(database.Source).SettleWaitingAsync(default);
        Assert.Equal("0 4 1", await CountsAsync(database));
    }

    [PostgresFact]
    public async Task Saving_again_settles_what_was_left()
    {
        await using var database = await TestDatabase.CreateAsync();
        await SaveBrokenAsync(database, "a");
        var saved = await database.SaveAsync(Report("a"));

        Assert.False(saved.IsChanged);
        Assert.Equal("0 4 0", await CountsAsync(database));
    }

    [PostgresFact]
    public async Task Settling_at_once_from_several_processes_writes_everything_once()
    {
        await using var database = await TestDatabase.CreateAsync();
        await SaveBrokenAsync(database, [.. Enumerable.Range(0, 12).Select(i => $"r{i:D2}")]);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => new SettlingStore(database.Source).SettleWaitingAsync(default))));

        Assert.Equal("0 4 11", await CountsAsync(database));
    }

    [PostgresFact]
    public async Task A_document_that_cannot_be_settled_keeps_no_other_waiting()
    {
        await using var database = await TestDatabase.CreateAsync();
        await SaveBrokenAsync(database, "a", "b");
        await database.SaveAsync(new ReportBuilder("c", "310000", 2025).State("出口增长4.2%。", "4.2%", "trade.exports", 4.2m, Status.Actual, 2024));
        await database.Source.ExecuteAsync("""
            create function broken() returns trigger language plpgsql as $$ begin if new.document_id = 1 then raise exception 'no'; end if; return new; end $$;
            create trigger broken before insert on indicators.fingerprint for each row execute function broken();
            """);

        var fault = await Assert.ThrowsAsync<AggregateException>(() => new SettlingStore(database.Source).SettleWaitingAsync(default));

        Assert.Equal("1 documents cannot be settled: P0001: no", fault.Message[..fault.Message.IndexOf(" (", StringComparison.Ordinal)]);
        // Its fingerprint is there since the first try, so that the other finds its copy.
        Assert.Equal("1 5 1", await CountsAsync(database));
    }

    private static async Task SaveBrokenAsync(TestDatabase database, params string[] ids)
    {
        await database.Source.ExecuteAsync(Break);
        foreach (var id in ids)
            await Assert.ThrowsAsync<PostgresException>(() => database.SaveAsync(Report(id)));
        await database.Source.ExecuteAsync("drop trigger broken on indicators.target_outcome; drop function broken()");
    }

    private static ReportBuilder Report(string id) => new ReportBuilder(id, "370000", 2025)
        .State("地区生产总值增长5.7%。", "5.7%", "gdp", 5.7m, Status.Actual, 2024)
        .State("固定资产投资增长3.3%。", "3.3%", "investment.fixed_asset", 3.3m, Status.Actual, 2024)
        .State("出口增长4.2%。", "4.2%", "trade.exports", 4.2m, Status.Actual, 2024)
        .State("粮食总产量增长0.6%。", "0.6%", "agriculture.grain_output", 0.6m, Status.Actual, 2024);

    /// <summary>Documents that wait, rows of target_outcome, copies.</summary>
    private static Task<string> CountsAsync(TestDatabase database) => database.Source.QueryAsync(
        "select concat_ws(' ', (select count(*) from indicators.unsettled), (select count(*) from indicators.target_outcome), (select count(*) from indicators.copy))");
}
