namespace IndicatorPipeline.Jobs.Scheduling;

/// <summary>A job engine as the worker sees it: it is started with what recurs, and stopped.</summary>
public interface IJobEngine
{
    /// <summary>Provisions what the engine keeps in the database, stores what recurs, and begins to work.</summary>
    Task StartAsync(IReadOnlyList<RecurringJob> recurring, CancellationToken cancellationToken);

    /// <summary>
    /// Takes no more work, asks the work under way to stop, and returns when it has; what is left undone is handed to other workers.
    /// </summary>
    Task StopAsync(CancellationToken cancellationToken);

    /// <summary>When the request comes next, or null where it does not recur.</summary>
    Task<DateTimeOffset?> NextAsync(string name, CancellationToken cancellationToken);
}
