using Hangfire;
using Hangfire.Server;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace IndicatorPipeline.Jobs.Scheduling.Hangfire;

/// <summary>
/// What the engine stores and fires for every request: it only passes the request on. The engine does not try again by itself: what is left waits for
/// the next sweep.
/// </summary>
[AutomaticRetry(Attempts = 0)]
internal sealed class HangfireJob(JobRunner runner, HangfireQueue queue, NpgsqlDataSource database, JobOptions options, ILogger<HangfireJob> logger)
{
    // The engine runs a job again whose process ended within it, but does not say so: the job remembers who began it.
    private const string Begun = "begun";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    /// <summary>Carries out a request; the engine stores this method's name and the first two arguments.</summary>
    [JobDisplayName("{0} {1}")]
    public async Task RunAsync(string name, string arguments, PerformContext context, CancellationToken cancellationToken)
    {
        var begunBy = context.GetJobParameter<string?>(Begun);
        context.SetJobParameter(Begun, context.ServerId);
        try
        {
            await runner.RunAsync(new JobRequest(name, arguments), cancellationToken, begunBy is not null && IsGone(begunBy, context));
        }
        catch (Exception failure)
        {
            if (failure is not OperationCanceledException)
            {
                // Single documents record their own failures. What arrives here is a fault of the whole job.
                JobLog.JobFailed(logger, failure, name, failure.Message);
            }

            context.SetJobParameter(Begun, null!);
            throw;
        }
    }

    /// <summary>
    /// Carries out a request of which one at a time runs among all workers; where another one of its name runs, this one waits for it.
    /// </summary>
    [JobDisplayName("{0} {1}")]
    public async Task RunExclusivelyAsync(string name, string arguments, PerformContext context, CancellationToken cancellationToken)
    {
        await using var turn = await ExclusiveRun.TryAsync(database, name, cancellationToken);
        if (turn is null)
        {
            queue.Postpone(new JobRequest(name, arguments), Pause);
            return;
        }

        await RunAsync(name, arguments, context, cancellationToken);
    }

    /// <summary>
    /// Whether the worker that began it no longer lives: it is not in the list of workers, or was last heard of long before this one. The times of
    /// both are of the database's clock, and after an outage of the database both are old.
    /// </summary>
    private bool IsGone(string serverId, PerformContext context)
    {
        // A worker that lost its database for long begins anew under another id, in the same process.
        if (serverId.StartsWith($"{WorkerName.Current}:", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var servers = context.Storage.GetMonitoringApi().Servers();
        var own = servers.FirstOrDefault(server => server.Name == context.ServerId)?.Heartbeat;
        return !servers.Any(server => server.Name == serverId && (own is null || server.Heartbeat >= own - (options.CheckIn * 2)));
    }
}
