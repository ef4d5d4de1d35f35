using IndicatorPipeline.Extraction;
using IndicatorPipeline.Jobs.Extracting;
using IndicatorPipeline.Jobs.Scanning;
using IndicatorPipeline.Storage.Failures;
using Microsoft.Extensions.Logging;

namespace IndicatorPipeline.Jobs.Keeping;

/// <summary>
/// Looks for what waits: failures whose next attempt is due, documents that were stored but whose extraction was never handed out or that were saved
/// but not settled (their process died in between), and runs whose process is gone.
/// </summary>
public sealed class RetryFailures(
    FailureStore failures, RunEnds ends, LostWork lost, ScanSources scan, IJobQueue queue, JobOptions options, ILogger<RetryFailures> logger) : IJobBody
{
    private const int AtOnce = 1000;

    /// <inheritdoc/>
    public string Name => JobNames.RetryFailures;

    /// <inheritdoc/>
    public async Task RunAsync(string arguments, CancellationToken cancellationToken)
    {
        await ends.StoreKeptAsync(cancellationToken);
        await lost.EndDeadRunsAsync(cancellationToken);
        await ReadAgainAsync(cancellationToken);
        var count = await ExtractAgainAsync(cancellationToken);
        // While batches wait, what was never handed out cannot be told from what was; and it would only wait behind them.
        if (!await queue.HasPendingAsync(JobNames.ExtractDocuments, cancellationToken))
        {
            count += await lost.HandOutAsync(sources: null, cancellationToken);
        }

        if (count > 0)
        {
            JobLog.HandedOutAgain(logger, count);
        }

        // Last: a document that cannot be settled must not keep the others from being read.
        await lost.SettleAsync(cancellationToken);
    }

    private async Task ReadAgainAsync(CancellationToken cancellationToken)
    {
        var due = await failures.ListDueAsync(AtOnce, cancellationToken);
        var sources = due.Where(failure => failure.Stage is "fetch" or "read")
            .Select(failure => SourceRoot.IsAddress(failure.Source)
                ? $"{failure.Source}/{failure.Path}"
                : Path.Combine(failure.Source, SourceRoot.FileOf(failure.Path)))
            .Distinct(StringComparer.Ordinal)
            .ToList();
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
}
