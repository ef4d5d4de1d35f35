using Dapper;
using IndicatorPipeline.Extraction;
using IndicatorPipeline.Jobs.Extracting;
using IndicatorPipeline.Jobs.Scanning;
using IndicatorPipeline.Storage.Failures;
using IndicatorPipeline.Storage.Runs;
using IndicatorPipeline.Storage.Settling;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace IndicatorPipeline.Jobs.Keeping;

/// <summary>
/// Looks for what waits: failures whose next attempt is due, documents that were stored but whose extraction was never handed out or that were saved but not settled (their
/// process died in between), and runs whose process is gone.
/// </summary>
public sealed class RetryFailures(
    NpgsqlDataSource database, FailureStore failures, RunStore runs, SettlingStore settling, ScanSources scan, IJobQueue queue, JobOptions options, ILogger<RetryFailures> logger) : IJobBody
{
    private const int AtOnce = 1000;

    /// <inheritdoc/>
    public string Name => JobNames.RetryFailures;

    /// <inheritdoc/>
    public async Task RunAsync(string arguments, CancellationToken cancellationToken)
    {
        await EndDeadRunsAsync(cancellationToken);
        await ReadAgainAsync(cancellationToken);
        var count = await ExtractAgainAsync(cancellationToken);
        // While batches wait, what was never handed out cannot be told from what was; and it would only wait behind them.
        if (!await queue.HasPendingAsync(JobNames.ExtractDocuments, cancellationToken))
        {
            count += await ExtractLostAsync(cancellationToken);
        }

        if (count > 0)
        {
            JobLog.HandedOutAgain(logger, count);
        }

        // Last: a document that cannot be settled must not keep the others from being read.
        await settling.SettleWaitingAsync(cancellationToken);
    }

    private async Task ReadAgainAsync(CancellationToken cancellationToken)
    {
        var due = await failures.ListDueAsync(AtOnce, cancellationToken);
        var sources = due.Where(failure => failure.Stage is "fetch" or "read")
            .Select(failure => SourceRoot.IsAddress(failure.Source) ? $"{failure.Source}/{failure.Path}" : Path.Combine(failure.Source, SourceRoot.FileOf(failure.Path)))
            .Distinct(StringComparer.Ordinal).ToList();
        if (sources.Count > 0)
        {
            await scan.ScanAsync(new ScanRequest("retry", sources, []), progress: null, cancellationToken);
        }
    }

    /// <summary>Hands out failures whose next attempt is due, whatever waits: each is taken once.</summary>
    private async Task<int> ExtractAgainAsync(CancellationToken cancellationToken)
    {
        var count = 0;
        while (await failures.TakeDueAsync(Extractor.RulesVersion, options.BatchSize, cancellationToken) is { Count: > 0 } due)
        {
            await queue.EnqueueAsync(new ExtractBatch(null, due).ToRequest(), cancellationToken);
            count += due.Count;
        }

        return count;
    }

    /// <summary>Hands out documents that were stored by a process that ended before it could, or whose batch failed as a whole.</summary>
    private async Task<int> ExtractLostAsync(CancellationToken cancellationToken)
    {
        const string Sql = """
            select d.document_id
            from indicators.document d
            where d.document_id > @after and d.latest_version_id is not null and d.current_version_id is distinct from d.latest_version_id
              and not exists (select from indicators.failure f where f.source = d.source and f.path = d.path and f.cleared_at is null and f.stage in ('extract', 'save'))
            order by d.document_id
            limit @BatchSize
            """;
        var count = 0;
        var after = 0L;
        while (true)
        {
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            var lost = (await connection.QueryAsync<long>(new CommandDefinition(Sql, new { after, options.BatchSize }, cancellationToken: cancellationToken))).AsList();
            if (lost.Count == 0)
            {
                return count;
            }

            await queue.EnqueueAsync(new ExtractBatch(null, lost).ToRequest(), cancellationToken);
            count += lost.Count;
            after = lost[^1];
        }
    }

    /// <summary>A process of this host that is gone cannot end its run itself.</summary>
    private async Task EndDeadRunsAsync(CancellationToken cancellationToken)
    {
        foreach (var run in await runs.ListAsync(100, cancellationToken))
        {
            if (run.State == "running" && WorkerName.IsDead(run.Worker))
            {
                await runs.AbandonAsync(run.RunId, cancellationToken);
            }
        }
    }
}
