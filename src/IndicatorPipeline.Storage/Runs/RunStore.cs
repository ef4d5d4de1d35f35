using Dapper;
using Npgsql;

namespace IndicatorPipeline.Storage.Runs;

/// <summary>Runs of the pipeline: when, where, what they found, how they ended.</summary>
public sealed class RunStore(NpgsqlDataSource database)
{
    private const string Columns = """
        run_id, kind, state, started_at, finished_at, worker, rules_version, documents_seen, documents_new, documents_changed, documents_unchanged, documents_failed,
        documents_saved, observations_added, observations_closed, observations_refused, error
        """;

    /// <summary>Begins a run and returns its number.</summary>
    /// <param name="kind">scan, ingest, reextract …</param>
    /// <param name="worker">Host and process.</param>
    /// <param name="rulesVersion">Version of the engine's rules.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task<long> StartAsync(string kind, string worker, int rulesVersion, CancellationToken cancellation)
    {
        const string Sql = "insert into indicators.run (kind, worker, rules_version) values (@kind, @worker, @rulesVersion) returning run_id";
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var command = new CommandDefinition(Sql, new { kind, worker, rulesVersion }, cancellationToken: cancellation);
        return await connection.ExecuteScalarAsync<long>(command);
    }

    /// <summary>Adds to the counts of a run, from any process.</summary>
    public async Task AddAsync(long runId, RunCounts counts, CancellationToken cancellation)
    {
        const string Sql = """
            update indicators.run
            set documents_seen = documents_seen + @Seen, documents_new = documents_new + @New, documents_changed = documents_changed + @Changed,
              documents_unchanged = documents_unchanged + @Unchanged, documents_failed = documents_failed + @Failed
            where run_id = @runId
            """;
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await connection.ExecuteAsync(new CommandDefinition(
            Sql, new { runId, counts.Seen, counts.New, counts.Changed, counts.Unchanged, counts.Failed }, cancellationToken: cancellation));
    }

    /// <summary>Ends a run: well, or with <paramref name="error"/>. A run that has ended stays as it ended.</summary>
    public async Task FinishAsync(long runId, string? error, CancellationToken cancellation)
    {
        // A clock that was set back must not make a run end before it began.
        const string Sql = """
            update indicators.run
            set state = case when @error is null then 'succeeded' else 'failed' end, finished_at = greatest(clock_timestamp(), started_at), error = @error
            where run_id = @runId and state = 'running'
            """;
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await connection.ExecuteAsync(new CommandDefinition(Sql, new { runId, error }, cancellationToken: cancellation));
    }

    /// <summary>Ends a run whose worker died.</summary>
    public async Task AbandonAsync(long runId, CancellationToken cancellation)
    {
        const string Sql = """
            update indicators.run set state = 'abandoned', finished_at = greatest(clock_timestamp(), started_at), error = 'its worker died'
            where run_id = @runId and state = 'running'
            """;
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await connection.ExecuteAsync(new CommandDefinition(Sql, new { runId }, cancellationToken: cancellation));
    }

    /// <summary>The last runs, the newest first.</summary>
    public async Task<IReadOnlyList<Run>> ListAsync(int limit, CancellationToken cancellation)
    {
        const string Sql = $"select {Columns} from mart.run order by run_id desc limit @limit";
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return (await connection.QueryAsync<Run>(new CommandDefinition(Sql, new { limit }, cancellationToken: cancellation))).AsList();
    }

    /// <summary>Removes runs that ended longer than <paramref name="keep"/> ago, and failures cleared before that; returns how many rows.
    /// Observations are never removed.</summary>
    public async Task<int> RemoveOldAsync(TimeSpan keep, CancellationToken cancellation)
    {
        const string Sql = """
            with run as (
              delete from indicators.run where finished_at < clock_timestamp() - @keep returning 1
            ), failure as (
              delete from indicators.failure where cleared_at < clock_timestamp() - @keep returning 1
            )
            select (select count(*) from run) + (select count(*) from failure)
            """;
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.ExecuteScalarAsync<int>(new CommandDefinition(Sql, new { keep }, commandTimeout: 0, cancellationToken: cancellation));
    }
}
