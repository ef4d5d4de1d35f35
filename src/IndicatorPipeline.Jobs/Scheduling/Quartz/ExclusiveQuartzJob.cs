using Microsoft.Extensions.Logging;
using Quartz;

namespace IndicatorPipeline.Jobs.Scheduling.Quartz;

/// <summary>
/// A job of which one at a time runs in the whole cluster. Where its worker ends within it the engine itself hands it to another one,
/// and keeps it one at a time.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class ExclusiveQuartzJob(JobRunner runner, ILogger<QuartzJob> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await QuartzJob.RunAsync(context, runner, logger, cancellationToken);
}
