using System.Data;
using Npgsql;

namespace IndicatorPipeline.Jobs.Scheduling.Hangfire;

/// <summary>
/// The turn to do what only one at a time may do. Held by a database session, so that it neither expires while its holder works nor outlives its
/// holder, as the engine's own locks do.
/// </summary>
internal sealed class ExclusiveRun : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly string _name;

    private ExclusiveRun(NpgsqlConnection connection, string name)
    {
        _connection = connection;
        _name = name;
    }

    /// <summary>The turn, or null while another one has it.</summary>
    public static Task<ExclusiveRun?> TryAsync(NpgsqlDataSource database, string name, CancellationToken cancellationToken) =>
        TakeAsync(database, name, "select pg_try_advisory_lock(hashtextextended($1, 0))", cancellationToken);

    /// <summary>The turn, once all others are done with it.</summary>
    public static async Task<ExclusiveRun> WaitAsync(NpgsqlDataSource database, string name, CancellationToken cancellationToken) =>
        (await TakeAsync(database, name, "select true from (select pg_advisory_lock(hashtextextended($1, 0))) waited", cancellationToken))!;

    public async ValueTask DisposeAsync()
    {
        await using (_connection)
        {
            // Back in the pool the session would keep it. A session that broke has given it back by itself.
            if (_connection.FullState == ConnectionState.Open)
            {
                await using var command = Command("select pg_advisory_unlock(hashtextextended($1, 0))", _connection, _name);
                await command.ExecuteNonQueryAsync();
            }
        }
    }

    private static async Task<ExclusiveRun?> TakeAsync(NpgsqlDataSource database, string name, string sql, CancellationToken cancellationToken)
    {
        var connection = await database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = Command(sql, connection, name);
            command.CommandTimeout = 0;
            if (await command.ExecuteScalarAsync(cancellationToken) is true)
            {
                return new ExclusiveRun(connection, name);
            }
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }

        await connection.DisposeAsync();
        return null;
    }

    private static NpgsqlCommand Command(string sql, NpgsqlConnection connection, string name) =>
        new(sql, connection) { Parameters = { new() { Value = $"indicators jobs: {name}" } } };
}
