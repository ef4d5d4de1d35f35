using System.Globalization;
using IndicatorPipeline.Jobs.Scheduling;
using IndicatorPipeline.Storage;
using IndicatorPipeline.Storage.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

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
        using var logging = LoggerFactory.Create(configureLogging);
        var logger = logging.CreateLogger(typeof(Worker).FullName!);
        await using var health = HealthEndpoint.Start(options.HealthPort, migrator);
        try
        {
            await using var services = await WhenReachableAsync(database, logger, StartAsync, cancellationToken);
            await WorkAsync(services.GetRequiredService<IJobEngine>(), database, options, health, logger, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The way a worker ends.
        }

        JobLog.WorkerStopped(logger, WorkerName.Current);

        // An engine whose start failed cannot be started again (Quartz shuts its scheduler down for good): each attempt has its own.
        async Task<ServiceProvider> StartAsync()
        {
            await migrator.EnsureStorableAsync(cancellationToken);
            await clock.StartAsync(options.CheckIn, cancellationToken);
            var services = Services(database, options, clock, logging, connectionString);
            try
            {
                // Starting is short and leaves nothing half done; a request to stop is heard behind it.
                await services.GetRequiredService<IJobEngine>().StartAsync(RecurringJob.All(options), CancellationToken.None);
                return services;
            }
            catch
            {
                await services.DisposeAsync();
                throw;
            }
        }
    }

    private static ServiceProvider Services(
        NpgsqlDataSource database, JobOptions options, DatabaseClock clock, ILoggerFactory logging, string connectionString)
    {
        var services = new ServiceCollection();
        services.AddSingleton(logging);
        services.AddLogging();
        services.AddSingleton(database);
        services.AddSingleton(options);
        services.AddSingleton<TimeProvider>(clock);
        services.AddJobs().AddJobEngine(options, connectionString);
        return services.BuildServiceProvider();
    }

    private static async Task WorkAsync(
        IJobEngine engine,
        NpgsqlDataSource database,
        JobOptions options,
        HealthEndpoint? health,
        ILogger logger,
        CancellationToken cancellationToken)
    {
        try
        {
            var next = await WhenReachableAsync(database, logger, () => engine.NextAsync(JobNames.ScanSources, cancellationToken), cancellationToken);
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
        finally
        {
            // Stopping takes its own time: what is under way is left whole.
            await engine.StopAsync(CancellationToken.None);
        }
    }

    /// <summary>Does something once the database answers: after a power cut the two hosts come back in any order.</summary>
    private static async Task<T> WhenReachableAsync<T>(
        NpgsqlDataSource database, ILogger logger, Func<Task<T>> action, CancellationToken cancellationToken)
    {
        var gate = new DatabaseGate(database);
        for (var outages = 0; ; outages++)
        {
            try
            {
                return await action();
            }
            catch (Exception failure) when (DatabaseFailure.IsUnavailable(failure))
            {
                JobLog.WaitingForDatabase(logger, "the worker", DatabaseFailure.Explain(failure) ?? failure.Message);
                await gate.WaitAsync(outages, cancellationToken);
            }
        }
    }
}
