namespace IndicatorPipeline.Jobs;

/// <summary>Hands work to whichever worker is free. What a job engine is to the job bodies.</summary>
public interface IJobQueue
{
    /// <summary>Stores the request; it is carried out at least once, possibly by another process, also if this one dies.</summary>
    Task EnqueueAsync(JobRequest request, CancellationToken cancellationToken);

    /// <summary>Whether a request of this name waits or is being carried out.</summary>
    Task<bool> HasPendingAsync(string name, CancellationToken cancellationToken);
}
