using Dapper;
using IndicatorPipeline.Extraction;
using IndicatorPipeline.Storage.Runs;
using IndicatorPipeline.Testing;

namespace IndicatorPipeline.Storage.Tests.Runs;

public sealed class RunStoreTests
{
    [PostgresFact]
    public async Task A_run_says_what_it_found_and_stored()
    {
        await using var database = await TestDatabase.CreateAsync();
        var store = new RunStore(database.Source);
        var run = await store.StartAsync("scan", "host:1", 4, default);
        await store.AddAsync(run, new RunCounts(Seen: 3, New: 1, Changed: 1, Unchanged: 1), default);
        await store.AddAsync(run, new RunCounts(Seen: 1, Failed: 1), default);
        await database.SaveAsync(new ReportBuilder("r", "370000", 2025).State("增长5%。", "5%", "gdp", 5, Status.Actual, 2024), runId: run);
        await store.FinishAsync(run, null, default);

        var listed = Assert.Single(await store.ListAsync(10, default));
        Assert.Equal(("scan", "succeeded", "host:1", 4), (listed.Kind, listed.State, listed.Worker, listed.RulesVersion));
        Assert.Equal((4, 1, 1, 1, 1),
            (listed.DocumentsSeen, listed.DocumentsNew, listed.DocumentsChanged, listed.DocumentsUnchanged, listed.DocumentsFailed));
        Assert.Equal((1, 1, 0, 0), (listed.DocumentsSaved, listed.ObservationsAdded, listed.ObservationsClosed, listed.ObservationsRefused));
        Assert.True(listed.FinishedAt >= listed.StartedAt);
    }

    [PostgresFact]
    public async Task A_run_ends_once()
    {
        await using var database = await TestDatabase.CreateAsync();
        var store = new RunStore(database.Source);
        var failed = await store.StartAsync("scan", "host:1", 4, default);
        await store.FinishAsync(failed, "the source folder is not there", default);
        await store.FinishAsync(failed, null, default);
        var dead = await store.StartAsync("scan", "host:2", 4, default);
        await store.AbandonAsync(dead, default);

        var runs = await store.ListAsync(10, default);
        Assert.Equal([("abandoned", "its worker died"), ("failed", "the source folder is not there")], runs.Select(run => (run.State, run.Error!)));
    }

    [PostgresFact]
    public async Task Old_runs_are_removed_but_what_they_stored_stays()
    {
        await using var database = await TestDatabase.CreateAsync();
        var store = new RunStore(database.Source);
        var old = await store.StartAsync("scan", "host:1", 4, default);
        await database.SaveAsync(new ReportBuilder("r", "370000", 2025).State("增长5%。", "5%", "gdp", 5, Status.Actual, 2024), runId: old);
        await store.FinishAsync(old, null, default);
        var running = await store.StartAsync("scan", "host:1", 4, default);
        await using var connection = await database.Source.OpenConnectionAsync();
        await connection.ExecuteAsync("update indicators.run set started_at = started_at - interval '500 days', finished_at = finished_at - interval '500 days'");

        Assert.Equal(1, await store.RemoveOldAsync(TimeSpan.FromDays(400), default));
        Assert.Equal(running, Assert.Single(await store.ListAsync(10, default)).RunId);
        Assert.Equal(1, await connection.ExecuteScalarAsync<int>("select count(*) from mart.observation"));
        Assert.Equal(1, await connection.ExecuteScalarAsync<int>("select count(*) from indicators.extraction where run_id is null"));
    }
}
