using Microsoft.Extensions.Logging;
using Quartz;

namespace IndicatorPipeline.Jobs.Scheduling.Quartz;

/// <summary>What the engine stores and fires for every request: it only passes the request on.</summary>
internal sealed class QuartzJob(JobRunner runner, IJobQueue queue, RunningRequests running, ILogger<QuartzJob> logger) : IJob
{
    public const string Name = "name";
    public const string Arguments = "arguments";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, running.Stopping);
        running.Begin();
        try
        {
            await RunAsync(context, runner, logger, stop.Token);
        }
        catch (OperationCanceledException) when (running.Stopping.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            // A worker that ends in good order has proved nothing against the request: it is stored anew, and not as one whose process died.
            await queue.EnqueueAsync(Request(context), CancellationToken.None);
        }
        finally
        {
            running.End();
        }
    }

    /// <summary>Carries out what the engine has stored.</summary>
    public static async Task RunAsync(IJobExecutionContext context, JobRunner runner, ILogger logger, CancellationToken cancellationToken)
    {
        var request = Request(context);
        try
        {
            await runner.RunAsync(request, cancellationToken, context.Recovering);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // Single documents record their own failures. What arrives here is a fault of the whole job: it is told, and what is left waits for the
            // next sweep.
            JobLog.JobFailed(logger, failure, request.Name, failure.Message);
            throw new JobExecutionException(failure);
        }
    }

    private static JobRequest Request(IJobExecutionContext context) => new(Stored(context, Name), Stored(context, Arguments));

    private static string Stored(IJobExecutionContext context, string key) =>
        context.MergedJobDataMap[key] as string ?? throw new JobExecutionException($"the stored job {context.JobDetail.Key} has no '{key}'");
}
