using IndicatorPipeline.Jobs.Scheduling;
using IndicatorPipeline.Storage;
using IndicatorPipeline.Storage.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IndicatorPipeline.Jobs;

/// <summary>The job server: one process of a cluster that shares nothing but the database.</summary>
public static class Worker
{
    /// <summary>Works until <paramref name="cancellationToken"/> asks to stop; then finishes or hands back what is under way.</summary>
    /// <param name="options">How to work.</param>
    /// <param name="connectionString">The database.</param>
    /// <param name="configureLogging">Where log lines go.</param>
    /// <param name="cancellationToken">Asks to stop.</param>
    /// <exception cref="SchemaVersionException">The database has not been migrated, or is of a newer program.</exception>
    public static async Task RunAsync(JobOptions options, string connectionString, Action<ILoggingBuilder> configureLogging, CancellationToken cancellationToken)
    {
        await using var database = Database.Open(connectionString);
        await new Migrator(database).EnsureCurrentAsync(cancellationToken);

        var services = new ServiceCollection();
        services.AddLogging(configureLogging);
        services.AddSingleton(database);
        services.AddSingleton(options);
        services.AddJobs().AddJobEngine(options, connectionString);
        await using var provider = services.BuildServiceProvider();

        var logger = provider.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Worker).FullName!);
        var engine = provider.GetRequiredService<IJobEngine>();
        await using var health = HealthEndpoint.Start(options.HealthPort, provider.GetRequiredService<DatabaseGate>());
        // Starting is short and leaves nothing half done; a request to stop is heard behind it.
        await engine.StartAsync(RecurringJob.All(options), CancellationToken.None);
        health?.SetReady();
        JobLog.WorkerStarted(logger, WorkerName.Current, options.Schedule.ToString(), options.Sources.Count + options.Indexes.Count, options.Threads);
        if (await engine.NextAsync(JobNames.ScanSources, CancellationToken.None) is { } next)
        {
            JobLog.NextScan(logger, TimeZoneInfo.ConvertTime(next, options.Schedule.TimeZone).ToString("yyyy-MM-dd HH:mm zzz", System.Globalization.CultureInfo.InvariantCulture));
        }

        try
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The way a worker ends. Stopping takes its own time: what is under way is left whole.
            await engine.StopAsync(CancellationToken.None);
            JobLog.WorkerStopped(logger, WorkerName.Current);
        }
    }
}
