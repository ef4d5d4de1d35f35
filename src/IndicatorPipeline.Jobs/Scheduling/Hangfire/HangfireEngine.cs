using Hangfire;
using Hangfire.Storage;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace IndicatorPipeline.Jobs.Scheduling.Hangfire;

/// <summary>Hangfire over PostgreSQL: workers know each other by the database only.</summary>
internal sealed class HangfireEngine(
    IServiceProvider services, JobStorage storage, HangfireQueue queue, NpgsqlDataSource database, JobOptions options) : IJobEngine, IDisposable
{
    private BackgroundJobServer? _server;
    private IReadOnlyList<RecurringJob.Every> _intervals = [];

    public async Task StartAsync(IReadOnlyList<RecurringJob> recurring, CancellationToken cancellationToken)
    {
        await HangfireStorage.ProvisionAsync(database, cancellationToken);
        var manager = new RecurringJobManager(storage);
        foreach (var job in recurring.OfType<RecurringJob.ByClock>())
        {
            // Relaxed: all points in time that were missed are made good by one run. One that is stored as it is keeps its next time, and so the
            // nights that were missed.
            var schedule = new RecurringJobOptions { TimeZone = job.Schedule.TimeZone, MisfireHandling = MisfireHandlingMode.Relaxed };
            manager.AddOrUpdate(job.Request.Name, HangfireQueue.Exclusive(job.Request), job.Schedule.Expression, schedule);
        }

        _intervals = [.. recurring.OfType<RecurringJob.Every>()];
        _server = new BackgroundJobServer(ServerOptions(), storage, [new HangfireIntervals(_intervals, queue)]);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_server is not null)
        {
            _server.SendStop();
            await _server.WaitForShutdownAsync(cancellationToken);
        }
    }

    public Task<DateTimeOffset?> NextAsync(string name, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var connection = storage.GetConnection();
        if (_intervals.FirstOrDefault(job => job.Request.Name == name) is { } interval)
        {
            return Task.FromResult<DateTimeOffset?>(HangfireIntervals.Next(connection, interval));
        }

        var next = ((JobStorageConnection)connection).GetRecurringJobs([name]).FirstOrDefault()?.NextExecution;
        return Task.FromResult(next is { } time ? new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc)) : (DateTimeOffset?)null);
    }

    public void Dispose() => _server?.Dispose();

    private BackgroundJobServerOptions ServerOptions() => new()
    {
        ServerName = Environment.MachineName,
        WorkerCount = options.Threads,
        Queues = HangfireQueue.Names,
        Activator = new ServiceActivator(services),
        SchedulePollingInterval = TimeSpan.FromSeconds(5),
        HeartbeatInterval = options.CheckIn,
        ServerCheckInterval = options.CheckIn * 2,
        // Only how long a silent worker stays in the list; its jobs are taken over long before. A worker that cannot reach the database for this long
        // begins anew.
        ServerTimeout = TimeSpan.FromMinutes(5) + (options.CheckIn * 5),
        CancellationCheckInterval = TimeSpan.FromSeconds(5),
        StopTimeout = TimeSpan.Zero,
        ShutdownTimeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>Makes jobs with what is registered.</summary>
    private sealed class ServiceActivator(IServiceProvider services) : JobActivator
    {
        public override object ActivateJob(Type jobType) => services.GetRequiredService(jobType);
    }
}
