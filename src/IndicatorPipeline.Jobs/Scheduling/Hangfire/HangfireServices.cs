using Hangfire;
using Hangfire.AspNetCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using LogProvider = Hangfire.Logging.LogProvider;

namespace IndicatorPipeline.Jobs.Scheduling.Hangfire;

/// <summary>Registers Hangfire as the job engine.</summary>
internal static class HangfireServices
{
    /// <param name="services">Where to register.</param>
    /// <param name="options">Threads and check-in.</param>
    /// <param name="connectionString">The database that the workers share.</param>
    public static IServiceCollection AddJobEngine(this IServiceCollection services, JobOptions options, string connectionString)
    {
        // What is stored outlives the program: it must not name its version.
        GlobalConfiguration.Configuration.UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings();
        services.AddLogging(logging => logging.AddFilter("Hangfire", LogLevel.Warning));
        services.AddSingleton<JobStorage>(provider =>
        {
            // The engine's log is one for the whole process.
            LogProvider.SetCurrentLogProvider(new AspNetCoreLogProvider(provider.GetRequiredService<ILoggerFactory>()));
            return HangfireStorage.Open(connectionString, options.CheckIn);
        });
        services.AddSingleton<IBackgroundJobClient>(provider => new BackgroundJobClient(provider.GetRequiredService<JobStorage>()));
        services.AddSingleton<HangfireQueue>();
        services.AddSingleton<HangfireJob>();
        services.AddSingleton<IJobEngine, HangfireEngine>();
        services.AddSingleton<IJobQueue>(provider => provider.GetRequiredService<HangfireQueue>());
        return services;
    }
}
