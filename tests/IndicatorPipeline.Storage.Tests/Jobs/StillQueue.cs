using IndicatorPipeline.Jobs;

namespace IndicatorPipeline.Storage.Tests.Jobs;

/// <summary>A queue that nobody works at: what is handed in is kept.</summary>
/// <param name="isPending">Whether it says that work waits; a process that dies before it hands in its work leaves none.</param>
internal sealed class StillQueue(bool isPending) : IJobQueue
{
    public List<JobRequest> Requests { get; } = [];

    public Task EnqueueAsync(JobRequest request, CancellationToken cancellationToken)
    {
        Requests.Add(request);
        return Task.CompletedTask;
    }

    public Task<bool> HasPendingAsync(string name, CancellationToken cancellationToken) => Task.FromResult(isPending);
}
