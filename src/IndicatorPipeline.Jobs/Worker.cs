using System.Globalization;
using IndicatorPipeline.Jobs.Scheduling;
using IndicatorPipeline.Storage;
using IndicatorPipeline.Storage.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IndicatorPipeline.Jobs;

/// <summary>The job server: one process of a cluster that shares nothing but the database.</summary>
public static class Worker
{
    /// <summary>Works until <paramref name="cancellationToken"/> asks to stop; then finishes or hands back what is under way. A database that is down
    /// is waited for, also at the start.</summary>
    /// <param name="options">How to work.</param>
    /// <param name="connectionString">The database.</param>
    /// <param name="configureLogging">Where log lines go.</param>
    /// <param name="cancellationToken">Asks to stop.</param>
    /// <exception cref="SchemaVersionException">The database has not been migrated, or is of a newer program.</exception>
    public static async Task RunAsync(
        JobOptions options, string connectionString, Action<ILoggingBuilder> configureLogging, CancellationToken cancellationToken)
    {
        using var export = TelemetryExport.Start();
        await using var database = Database.Open(connectionString);
        await using var clock = new DatabaseClock(database);
        var migrator = new Migrator(database);
        var services = new ServiceCollection();
        services.AddLogging(configureLogging);
        services.AddSingleton(database);
        services.AddSingleton(options);
        services.AddSingleton<TimeProvider>(clock);
        services.AddJobs().AddJobEngine(options, connectionString);
        await using var provider = services.BuildServiceProvider();

        var logger = provider.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Worker).FullName!);
        await using var health = HealthEndpoint.Start(options.HealthPort, migrator);
        var engine = provider.GetRequiredService<IJobEngine>();
        try
        {
            var next = await StartAsync(engine, migrator, clock, options, provider.GetRequiredService<DatabaseGate>(), logger, cancellationToken);
            health?.SetReady();
            JobLog.WorkerStarted(logger, WorkerName.Current, options.Schedule.ToString(), options.Sources.Count + options.Indexes.Count,
                options.Threads);
            if (options.Sources.Count + options.Indexes.Count == 0)
            {
                JobLog.NoSources(logger);
            }

            if (next is { } scan)
            {
                var local = TimeZoneInfo.ConvertTime(scan, options.Schedule.TimeZone);
                JobLog.NextScan(logger, local.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture));
            }

            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The way a worker ends. Stopping takes its own time: what is under way is left whole.
            await engine.StopAsync(CancellationToken.None);
            JobLog.WorkerStopped(logger, WorkerName.Current);
        }
    }

    /// <summary>
    /// Brings the engine up once the database answers (after a power cut the two hosts come back in any order); returns when the next scan is.
    /// </summary>
    private static async Task<DateTimeOffset?> StartAsync(
        IJobEngine engine,
        Migrator migrator,
        DatabaseClock clock,
        JobOptions options,
        DatabaseGate gate,
        ILogger logger,
        CancellationToken cancellationToken)
    {
        for (var outages = 0; ; outages++)
        {
            try
            {
                await migrator.EnsureStorableAsync(cancellationToken);
                await clock.StartAsync(options.CheckIn, cancellationToken);
                // Starting is short and leaves nothing half done; a request to stop is heard behind it.
                await engine.StartAsync(RecurringJob.All(options), CancellationToken.None);
                return await engine.NextAsync(JobNames.ScanSources, CancellationToken.None);
            }
            catch (Exception failure) when (DatabaseFailure.IsUnavailable(failure))
            {
                JobLog.WaitingForDatabase(logger, "the worker", DatabaseFailure.Explain(failure) ?? failure.Message);
                await gate.WaitAsync(outages, cancellationToken);
            }
        }
    }
}
