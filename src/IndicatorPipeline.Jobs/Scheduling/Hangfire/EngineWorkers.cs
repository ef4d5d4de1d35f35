using Dapper;
using Npgsql;

namespace IndicatorPipeline.Jobs.Scheduling.Hangfire;

/// <summary>The engine's list of the processes that check in.</summary>
internal static class EngineWorkers
{
    public static async Task<IReadOnlyList<RunningWorker>?> ListAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        const string Exists = $"select to_regclass('{HangfireStorage.Schema}.server') is not null";
        if (!await connection.ExecuteScalarAsync<bool>(new CommandDefinition(Exists, cancellationToken: cancellationToken)))
        {
            return null;
        }

        const string Sql = $"select id, lastheartbeat, clock_timestamp() from {HangfireStorage.Schema}.server order by id";
        var rows = await connection.QueryAsync<(string Name, DateTime LastSeen, DateTime Now)>(
            new CommandDefinition(Sql, cancellationToken: cancellationToken));
        return [.. rows.Select(row =>
            new RunningWorker(row.Name, new DateTimeOffset(row.LastSeen.ToUniversalTime(), TimeSpan.Zero), row.Now - row.LastSeen))];
    }
}
