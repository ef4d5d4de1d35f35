using System.Security.Cryptography;
using IndicatorPipeline.Storage;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Quartz;

namespace IndicatorPipeline.Jobs.Scheduling.Quartz;

/// <summary>Registers Quartz as the job engine.</summary>
internal static class QuartzServices
{
    /// <param name="services">Where to register.</param>
    /// <param name="options">Threads and check-in.</param>
    /// <param name="connectionString">The database that the cluster shares.</param>
    public static IServiceCollection AddJobEngine(this IServiceCollection services, JobOptions options, string connectionString)
    {
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = "indicators";
                // As the list of runs calls it, and never again: a process that begins anew may get the number of one that is held dead.
                scheduler.InstanceId = $"{WorkerName.Current}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}";
                scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always;
                scheduler.IdleWaitTime = TimeSpan.FromSeconds(5);
            });
            quartz.UseDefaultThreadPool(options.Threads);
            quartz.UsePersistentStore(store =>
            {
                store.UsePostgres(source => source.DataSourceFactory = _ => OpenEngineSource(connectionString));
                store.ProvisionSchema();
                store.UseClustering(cluster =>
                {
                    cluster.CheckinInterval = options.CheckIn;
                    cluster.CheckinMisfireThreshold = options.CheckIn * 2;
                });
                store.ConfigureStore(adoStore =>
                {
                    adoStore.StoreJobDataAsStrings = true;
                    adoStore.RecoverFiringsCancelledByShutdown = true;
                    adoStore.DbRetryInterval = TimeSpan.FromSeconds(5);
                });
            });
        });
        services.AddSingleton<RunningRequests>();
        services.AddSingleton<IJobEngine, QuartzEngine>();
        services.AddSingleton<IJobQueue, QuartzQueue>();
        return services;
    }

    /// <summary>Connections whose tables are those of the engine's own schema.</summary>
    private static NpgsqlDataSource OpenEngineSource(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString) { SearchPath = QuartzEngine.Schema, ApplicationName = "indicators jobs" };
        return Database.Open(builder.ConnectionString);
    }
}
