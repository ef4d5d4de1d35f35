using IndicatorPipeline.Jobs;
using IndicatorPipeline.Jobs.Scheduling.Hangfire;

namespace IndicatorPipeline.Api;

/// <content>Serves the pages of Hangfire at <see cref="JobDashboard.Path"/> where <c>Indicators__DashboardPassword</c> is set.</content>
public static partial class ApiHost
{
    private const string Password = "Indicators:DashboardPassword";

    static partial void AddJobPages(WebApplicationBuilder builder)
    {
        // Not as the API's own reader: the pages write to the engine's tables.
        if (builder.Configuration[Password] is { Length: > 0 } && builder.Configuration.GetConnectionString("Indicators") is { } connectionString)
        {
            builder.Services.AddJobDashboard(connectionString);
        }
    }

    static partial void MapJobPages(WebApplication app)
    {
        if (app.Configuration[Password] is not { Length: > 0 } password)
        {
            return;
        }

        try
        {
            app.MapJobDashboard(password);
        }
        catch (BadConfigurationException wrong)
        {
            throw new InvalidOperationException(wrong.Message, wrong);
        }
    }
}
