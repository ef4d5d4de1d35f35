using IndicatorPipeline.Api.Problems;
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
        var cancellationToken = context.RequestAborted;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        // The views this program reads, and the newest things in them: an older schema lacks one, and the statement fails.
        await using var command = new NpgsqlCommand("""
            select count(*)
            from information_schema.tables
            where table_schema = 'mart' and table_name in ('observation', 'statement', 'target_outcome', 'indicator', 'region', 'document', 'document_version', 'speech', 'run', 'failure', 'coverage')
            """, connection);
        var found = (long)(await command.ExecuteScalarAsync(cancellationToken))!;
        return found == 11
            ? Results.Text("ready\n")
            : throw new ProblemException(Problem.Unavailable("The database has no schema of this version. Run 'scripts/indicators migrate'.", 30));
    }
}
