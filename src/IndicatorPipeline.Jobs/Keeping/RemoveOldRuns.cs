using IndicatorPipeline.Storage.Runs;
using Microsoft.Extensions.Logging;

namespace IndicatorPipeline.Jobs.Keeping;

/// <summary>Removes runs and cleared failures that are older than is kept. What documents state is never removed.</summary>
public sealed class RemoveOldRuns(RunStore runs, JobOptions options, ILogger<RemoveOldRuns> logger) : IJobBody
{
    /// <inheritdoc/>
    public string Name => JobNames.RemoveOldRuns;

    /// <inheritdoc/>
    public async Task RunAsync(string arguments, CancellationToken cancellationToken)
    {
        var removed = await runs.RemoveOldAsync(options.KeepRuns, cancellationToken);
        if (removed > 0)
        {
            JobLog.RemovedRuns(logger, removed, options.KeepRuns.Days);
        }
    }
}
