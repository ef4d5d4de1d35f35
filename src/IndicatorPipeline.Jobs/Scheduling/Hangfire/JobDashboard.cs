using Hangfire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace IndicatorPipeline.Jobs.Scheduling.Hangfire;

/// <summary>
/// The engine's own pages, which show and steer what is queued. Off unless a password is configured; for users of this machine only.
/// </summary>
public static class JobDashboard
{
    /// <summary>Where the pages are.</summary>
    public const string Path = "/jobs";

    /// <summary>Registers what the pages need. Touches no database; the tables are the worker's to make.</summary>
    /// <param name="services">Where to register.</param>
    /// <param name="connectionString">The database, as a user who may write to the engine's tables.</param>
    public static IServiceCollection AddJobDashboard(this IServiceCollection services, string connectionString)
    {
        // With it, the engine refuses every POST without a token of its own pages.
        services.AddAntiforgery();
        services.AddHangfire(configuration => configuration
            .UseSimpleAssemblyNameTypeSerializer()
            .UseRecommendedSerializerSettings()
            .UseStorage(HangfireStorage.Open(connectionString, new JobOptions().CheckIn)));
        return services;
    }

    /// <summary>Serves the pages under <see cref="Path"/>.</summary>
    /// <param name="endpoints">Where to serve them.</param>
    /// <param name="password">What a user has to give, with any name; at least 12 characters.</param>
    /// <exception cref="BadConfigurationException">The password is too short.</exception>
    public static IEndpointConventionBuilder MapJobDashboard(this IEndpointRouteBuilder endpoints, string password)
    {
        if (password.Length < 12)
        {
            throw new BadConfigurationException("Indicators__DashboardPassword is too short; give at least 12 characters, or none to leave the job pages off");
        }

        return endpoints.MapHangfireDashboard(Path, new DashboardOptions
        {
            Authorization = [new LocalUsers(password)],
            DashboardTitle = "IndicatorPipeline jobs",
            DisplayStorageConnectionString = false,
            AppPath = "/",
        });
    }
}
