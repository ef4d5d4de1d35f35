using Microsoft.Extensions.Logging;
using Quartz;

namespace IndicatorPipeline.Jobs.Scheduling.Quartz;

/// <summary>What the engine stores and fires for every request: it only passes the request on.</summary>
internal class QuartzJob(JobRunner runner, ILogger<QuartzJob> logger) : IJob
{
    public const string Name = "name";
    public const string Arguments = "arguments";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var request = new JobRequest(Stored(context, Name), Stored(context, Arguments));
        try
        {
            await runner.RunAsync(request, cancellationToken, context.Recovering);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // Single documents record their own failures. What arrives here is a fault of the whole job: it is told, and what is left waits for the next sweep.
            JobLog.JobFailed(logger, failure, request.Name, failure.Message);
            throw new JobExecutionException(failure);
        }
    }

    private static string Stored(IJobExecutionContext context, string key) =>
        context.MergedJobDataMap[key] as string ?? throw new JobExecutionException($"the stored job {context.JobDetail.Key} has no '{key}'");
}
