using Dapper;
using Npgsql;

namespace IndicatorPipeline.Jobs.Scheduling.Quartz;

/// <summary>The engine's list of the processes that check in.</summary>
internal static class EngineWorkers
{
    public static async Task<IReadOnlyList<RunningWorker>?> ListAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        const string Exists = "select to_regclass('jobs.qrtz_scheduler_state') is not null";
        if (!await connection.ExecuteScalarAsync<bool>(new CommandDefinition(Exists, cancellationToken: cancellationToken)))
        {
            return null;
        }

        // Ticks of .NET since year 1, as the engine writes them.
        const string Sql = "select instance_name, last_checkin_time, clock_timestamp() from jobs.qrtz_scheduler_state order by instance_name";
        var rows = await connection.QueryAsync<(string Name, long Ticks, DateTime Now)>(
            new CommandDefinition(Sql, cancellationToken: cancellationToken));
        return [.. rows.Select(row => new RunningWorker(
            row.Name,
            new DateTimeOffset(row.Ticks, TimeSpan.Zero),
            row.Now.ToUniversalTime() - new DateTime(row.Ticks, DateTimeKind.Utc)))];
    }
}
