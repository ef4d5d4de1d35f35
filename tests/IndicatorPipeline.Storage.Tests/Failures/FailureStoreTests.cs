using Dapper;
using IndicatorPipeline.Storage.Documents;
using IndicatorPipeline.Storage.Failures;
using IndicatorPipeline.Testing;

namespace IndicatorPipeline.Storage.Tests.Failures;

public sealed class FailureStoreTests
{
    private static readonly FailureToRecord Scan =
        new(new DocumentPlace("speeches", "scan.pdf"), FailureStage.Read, "needs_ocr", "the PDF has 12 pages\nand no text")
    {
        Remedy = "run it through OCR",
        ContentHash = new string('a', 64),
    };

    [PostgresFact]
    public async Task Newer_rules_begin_a_new_count_of_attempts_also_when_the_document_was_set_aside()
    {
        await using var database = await TestDatabase.CreateAsync();
        var store = new FailureStore(database.Source, new RetrySchedule { MaxAttempts = 2 });
        var failure = new FailureToRecord(new DocumentPlace("s", "a.txt"), FailureStage.Extract, "fault", "why") { RulesVersion = 3 };
        await store.RecordAsync(failure, default);
        Assert.NotNull((await store.RecordAsync(failure, default)).SetAsideAt);

        var again = await store.RecordAsync(failure with { RulesVersion = 4 }, default);

        Assert.Equal(1, again.Attempts);
        Assert.Null(again.SetAsideAt);
        Assert.NotNull(again.NextAttemptAt);
    }

    [PostgresFact]
    public async Task A_document_that_fails_is_recorded_with_its_reason()
    {
        await using var database = await TestDatabase.CreateAsync();
        var store = new FailureStore(database.Source, RetrySchedule.Default);
        var recorded = await store.RecordAsync(Scan, default);

        Assert.Equal(("speeches", "scan.pdf", "read", "needs_ocr"), (recorded.Source, recorded.Path, recorded.Stage, recorded.Kind));
        Assert.Equal("the PDF has 12 pages and no text", recorded.Reason);
        Assert.Equal("run it through OCR", recorded.Remedy);
        Assert.Equal(recorded, Assert.Single(await store.ListAsync(10, default)));
        await using var connection = await database.Source.OpenConnectionAsync();
        Assert.Equal("needs_ocr", await connection.ExecuteScalarAsync<string>("select kind from mart.failure"));
    }

    [PostgresFact]
    public async Task Each_attempt_waits_longer_and_the_last_sets_the_document_aside()
    {
        await using var database = await TestDatabase.CreateAsync();
        var schedule = new RetrySchedule
        {
            MaxAttempts = 5,
            FirstDelay = TimeSpan.FromMinutes(10),
            Factor = 3,
            MaxDelay = TimeSpan.FromMinutes(80),
        };
        var store = new FailureStore(database.Source, schedule);
        var delays = new List<double>();
        Failure last;
        do
        {
            last = await store.RecordAsync(Scan, default);
            if (last.NextAttemptAt is { } next) delays.Add(Math.Round((next - last.LastFailedAt).TotalMinutes));
        }
        while (last.SetAsideAt is null);

        Assert.Equal([10, 30, 80, 80], delays);
        Assert.Equal(5, last.Attempts);
        Assert.Null(last.NextAttemptAt);
        Assert.Single(await store.ListAsync(10, default));
    }

    [PostgresFact]
    public async Task Success_clears_a_failure_and_the_next_one_is_counted_anew()
    {
        await using var database = await TestDatabase.CreateAsync();
        var store = new FailureStore(database.Source, RetrySchedule.Default);
        await store.RecordAsync(Scan, default);
        await store.RecordAsync(Scan, default);

        Assert.Equal(1, await store.ClearAsync("speeches", ["scan.pdf", "other.txt"], default));
        Assert.Empty(await store.ListAsync(10, default));
        Assert.Equal(1, (await store.RecordAsync(Scan, default)).Attempts);
    }

    [PostgresFact]
    public async Task A_changed_file_is_another_try_at_another_thing()
    {
        await using var database = await TestDatabase.CreateAsync();
        var store = new FailureStore(database.Source, new RetrySchedule { MaxAttempts = 2 });
        await store.RecordAsync(Scan, default);
        Assert.NotNull((await store.RecordAsync(Scan, default)).SetAsideAt);

        var changed = await store.RecordAsync(Scan with { ContentHash = new string('b', 64) }, default);
        Assert.Equal((1, true), (changed.Attempts, changed.SetAsideAt is null));
    }

    [PostgresFact]
    public async Task Only_what_is_due_is_tried_again()
    {
        await using var database = await TestDatabase.CreateAsync();
        var store = new FailureStore(database.Source, RetrySchedule.Default);
        await store.RecordAsync(Scan, default);
        await store.RecordAsync(Scan with { Place = new DocumentPlace("speeches", "late.pdf") }, default);
        Assert.Empty(await store.ListDueAsync(10, default));
        Assert.Equal(2, (await store.HeldBackAsync("speeches", default)).Count);

        await using (var connection = await database.Source.OpenConnectionAsync())
            await connection.ExecuteAsync("update indicators.failure set next_attempt_at = clock_timestamp() - interval '1 second' where path = 'late.pdf'");

        Assert.Equal("late.pdf", Assert.Single(await store.ListDueAsync(10, default)).Path);
        Assert.Equal(Scan.ContentHash, Assert.Single(await store.HeldBackAsync("speeches", default)).Value);
    }

    [PostgresFact]
    public async Task A_person_can_bring_back_what_was_set_aside()
    {
        await using var database = await TestDatabase.CreateAsync();
        var store = new FailureStore(database.Source, new RetrySchedule { MaxAttempts = 1 });
        Assert.NotNull((await store.RecordAsync(Scan, default)).SetAsideAt);

        Assert.Equal(1, await store.RetryAsync("speeches", null, default));
        Assert.Single(await store.ListDueAsync(10, default));
    }
}
