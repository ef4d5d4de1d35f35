using IndicatorPipeline.Api.Problems;
using IndicatorPipeline.Storage.Migrations;
using Npgsql;

namespace IndicatorPipeline.Api.Health;

/// <summary><c>/healthz</c>: the process answers. <c>/healthz/ready</c>: so does the database, and it has the schema this program reads.</summary>
internal static class HealthEndpoints
{
    private static readonly string[] Reading = ["GET", "HEAD"];

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/healthz", Reading, () => Results.Text("ok\n")).ExcludeFromDescription();
        routes.MapMethods("/healthz/ready", Reading, ReadyAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> ReadyAsync(HttpContext context, NpgsqlDataSource database)
    {
        try
        {
            await new Migrator(database).EnsureCurrentAsync(context.RequestAborted);
            return Results.Text("ready\n");
        }
        catch (SchemaVersionException other)
        {
            throw new ProblemException(Problem.Unavailable(other.Message, 30));
        }
    }
}
