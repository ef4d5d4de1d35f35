using System.Collections.Concurrent;
using IndicatorPipeline.Storage;
using IndicatorPipeline.Storage.Runs;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace IndicatorPipeline.Jobs;

/// <summary>
/// Ends runs that failed, also where the database is what failed: then the end is kept, and stored when the job begins again in this process.
/// If the process is gone by then, the sweep ends the run as one of a dead worker.
/// </summary>
public sealed class RunEnds(RunStore runs, ILogger<RunEnds> logger)
{
    private readonly ConcurrentDictionary<long, string> _kept = new();

    /// <summary>Ends a run with <paramref name="failure"/>, even when the caller has gone. Never throws for the database's sake.</summary>
    public async Task FailAsync(long runId, Exception failure)
    {
        var reason = failure is OperationCanceledException ? "it was stopped" : DatabaseFailure.Explain(failure) ?? failure.Message;
        reason = reason.ReplaceLineEndings(" ");
        try
        {
            await runs.FinishAsync(runId, reason, CancellationToken.None);
        }
        catch (NpgsqlException unreachable)
        {
            _kept[runId] = reason;
            JobLog.RunNotEnded(logger, runId, unreachable.Message);
        }
    }

    /// <summary>Stores the ends that were kept.</summary>
    public async Task StoreKeptAsync(CancellationToken cancellationToken)
    {
        foreach (var (runId, reason) in _kept)
        {
            await runs.FinishAsync(runId, reason, cancellationToken);
            _kept.TryRemove(runId, out _);
        }
    }
}
