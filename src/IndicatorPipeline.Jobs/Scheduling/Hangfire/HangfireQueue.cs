using Hangfire;
using Hangfire.Common;
using Hangfire.States;

namespace IndicatorPipeline.Jobs.Scheduling.Hangfire;

/// <summary>The queue as rows of the engine's tables: one queue a name, so that what waits of a name can be told.</summary>
internal sealed class HangfireQueue(IBackgroundJobClient client, JobStorage storage) : IJobQueue
{
    /// <summary>All queues. The store serves them in the alphabetical order of their names, whatever their order here.</summary>
    public static string[] Names { get; } =
    [
        .. new[] { JobNames.ScanSources, JobNames.RetryFailures, JobNames.RemoveOldRuns, JobNames.Reextract, JobNames.ExtractDocuments }
            .Select(Of)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The queue of a name: what hands out work comes before the work, which can be thousands of batches.</summary>
    public static string Of(string name) => name == JobNames.ExtractDocuments ? $"2-{name}" : $"1-{name}";

    public Task EnqueueAsync(JobRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var job = Job.FromExpression<HangfireJob>(body => body.RunAsync(request.Name, request.Arguments, null!, default), Of(request.Name));
        client.Create(job, new EnqueuedState());
        return Task.CompletedTask;
    }

    public Task<bool> HasPendingAsync(string name, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(HasPending(name));
    }

    /// <summary>Hands in a request of which one at a time runs.</summary>
    public void EnqueueExclusive(JobRequest request) => client.Create(Exclusive(request), new EnqueuedState());

    /// <summary>Hands it in again for later, without keeping a thread waiting.</summary>
    public void Postpone(JobRequest request, TimeSpan delay) => client.Create(Exclusive(request), new ScheduledState(delay));

    public bool HasPending(string name)
    {
        var monitoring = storage.GetMonitoringApi();
        return monitoring.EnqueuedCount(Of(name)) + monitoring.FetchedCount(Of(name)) > 0;
    }

    /// <summary>The stored form of a request of which one at a time runs.</summary>
    public static Job Exclusive(JobRequest request) =>
        Job.FromExpression<HangfireJob>(job => job.RunExclusivelyAsync(request.Name, request.Arguments, null!, default), Of(request.Name));
}
