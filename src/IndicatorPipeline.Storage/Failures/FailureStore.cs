using Dapper;
using IndicatorPipeline.Extraction;
using Npgsql;

namespace IndicatorPipeline.Storage.Failures;

/// <summary>Documents that could not be read or stored: why, how often, and when they are tried again.</summary>
public sealed class FailureStore(NpgsqlDataSource database, RetrySchedule schedule)
{
    private const string Columns =
        "failure_id, source, path, stage, kind, reason, remedy, attempts, first_failed_at, last_failed_at, next_attempt_at, set_aside_at";

    /// <summary>
    /// Records a failure: the next attempt is set by the schedule, or the document is set aside. One open row a document, however often it fails.
    /// </summary>
    public async Task<Failure> RecordAsync(FailureToRecord failure, CancellationToken cancellation)
    {
        // Other bytes than those that failed before, or newer rules, are another try at another thing.
        const string Attempts =
            "case when excluded.content_hash <> f.content_hash or f.stage in ('extract', 'save') and excluded.rules_version > coalesce(f.rules_version, 0) then 1 else f.attempts + 1 end";
        const string Sql = $"""
            insert into indicators.failure as f (source, path, stage, kind, reason, remedy, content_hash, run_id, rules_version, next_attempt_at, set_aside_at)
            values (
              @Source, @Path, @stage, @Kind, @Reason, @Remedy, @hash, @RunId, @RulesVersion,
              case when @MaxAttempts > 1 then clock_timestamp() + @FirstDelay end,
              case when @MaxAttempts <= 1 then clock_timestamp() end)
            on conflict (source, path) where cleared_at is null do update
            set stage = excluded.stage, kind = excluded.kind, reason = excluded.reason, remedy = excluded.remedy, content_hash = excluded.content_hash, run_id = excluded.run_id, rules_version = excluded.rules_version,
              attempts = {Attempts},
              last_failed_at = greatest(clock_timestamp(), f.first_failed_at),
              next_attempt_at = case when {Attempts} < @MaxAttempts
                then clock_timestamp() + least(@MaxDelay, @FirstDelay * power(@Factor, least({Attempts} - 1, 30))) end,
              set_aside_at = case when {Attempts} >= @MaxAttempts then coalesce(f.set_aside_at, clock_timestamp()) end
            returning {Columns}
            """;
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.QuerySingleAsync<Failure>(new CommandDefinition(
            Sql,
            new
            {
                failure.Place.Source,
                failure.Place.Path,
                stage = Code(failure.Stage),
                failure.Kind,
                Reason = OneLine(failure.Reason),
                Remedy = failure.Remedy is { } remedy ? OneLine(remedy) : null,
                hash = failure.ContentHash is { } hash ? Convert.FromHexString(hash) : null,
                failure.RunId,
                RulesVersion = failure.RulesVersion ?? Extractor.RulesVersion,
                schedule.MaxAttempts,
                schedule.FirstDelay,
                schedule.MaxDelay,
                schedule.Factor,
            },
            cancellationToken: cancellation));
    }

    /// <summary>Closes the failures of documents that went through; returns how many there were.</summary>
    public async Task<int> ClearAsync(string source, IReadOnlyCollection<string> paths, CancellationToken cancellation)
    {
        const string Sql = """
            update indicators.failure set cleared_at = clock_timestamp(), next_attempt_at = null, set_aside_at = null
            where source = @source and path = any(@paths) and cleared_at is null
            """;
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.ExecuteAsync(new CommandDefinition(Sql, new { source, paths = paths.ToArray() }, cancellationToken: cancellation));
    }

    /// <summary>Failures whose next attempt is due, the longest due first.</summary>
    public async Task<IReadOnlyList<Failure>> ListDueAsync(int limit, CancellationToken cancellation)
    {
        const string Sql =
            $"select {Columns} from indicators.failure where next_attempt_at <= clock_timestamp() order by next_attempt_at, failure_id limit @limit";
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return (await connection.QueryAsync<Failure>(new CommandDefinition(Sql, new { limit }, cancellationToken: cancellation))).AsList();
    }

    /// <summary>
    /// Takes stored documents whose next attempt to extract or save is due, or that were set aside by older rules; returns their numbers, in order.
    /// Until they have been tried they count as if they had failed once more, so that nobody else takes them, and whoever took them and died is made
    /// good for.
    /// </summary>
    public async Task<IReadOnlyList<long>> TakeDueAsync(int rulesVersion, int limit, CancellationToken cancellation)
    {
        const string Sql = """
            with due as (
              select f.failure_id, d.document_id
              from indicators.failure f
              join indicators.document d on d.source = f.source and d.path = f.path
              where f.cleared_at is null and f.stage in ('extract', 'save') and d.latest_version_id is not null
                and (f.next_attempt_at <= clock_timestamp() or f.set_aside_at is not null and coalesce(f.rules_version, 0) < @rulesVersion)
              order by d.document_id
              limit @limit
              for update of f skip locked
            ), taken as (
              update indicators.failure f
              set next_attempt_at = clock_timestamp() + least(@MaxDelay, @FirstDelay * power(@Factor, least(f.attempts, 30))), set_aside_at = null
              from due
              where f.failure_id = due.failure_id
            )
            select document_id from due order by document_id
            """;
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return (await connection.QueryAsync<long>(new CommandDefinition(
            Sql, new { rulesVersion, limit, schedule.MaxDelay, schedule.FirstDelay, schedule.Factor }, cancellationToken: cancellation))).AsList();
    }

    /// <summary>Open failures, the latest first.</summary>
    public async Task<IReadOnlyList<Failure>> ListAsync(int limit, CancellationToken cancellation)
    {
        const string Sql =
            $"select {Columns} from indicators.failure where cleared_at is null order by last_failed_at desc, failure_id desc limit @limit";
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return (await connection.QueryAsync<Failure>(new CommandDefinition(Sql, new { limit }, cancellationToken: cancellation))).AsList();
    }

    /// <summary>
    /// Those of these documents that are not to be tried now: they wait for their next attempt or are set aside, and their bytes are the
    /// same as those that failed.
    /// </summary>
    /// <param name="source">The collection.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>By path the content hash that failed, lower-case hexadecimal, or null where the bytes could not be read.</returns>
    public async Task<IReadOnlyDictionary<string, string?>> HeldBackAsync(string source, CancellationToken cancellation)
    {
        const string Sql = """
            select path, encode(content_hash, 'hex')
            from indicators.failure
            where source = @source and cleared_at is null and (set_aside_at is not null or next_attempt_at > clock_timestamp())
            """;
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var command = new CommandDefinition(Sql, new { source }, cancellationToken: cancellation);
        var rows = await connection.QueryAsync<(string Path, string? Hash)>(command);
        return rows.ToDictionary(row => row.Path, row => row.Hash, StringComparer.Ordinal);
    }

    /// <summary>Brings failures back at once, set aside or not: of one document, or of a whole source if <paramref name="path"/> is null. Returns how
    /// many.</summary>
    public async Task<int> RetryAsync(string source, string? path, CancellationToken cancellation)
    {
        const string Sql = """
            update indicators.failure set attempts = 1, next_attempt_at = clock_timestamp(), set_aside_at = null
            where source = @source and (@path is null or path = @path) and cleared_at is null
            """;
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.ExecuteAsync(new CommandDefinition(Sql, new { source, path }, cancellationToken: cancellation));
    }

    private static string Code(FailureStage stage) => stage switch
    {
        FailureStage.Fetch => "fetch",
        FailureStage.Read => "read",
        FailureStage.Extract => "extract",
        FailureStage.Save => "save",
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "unknown stage"),
    };

    private static string OneLine(string text) => StorableText.Of(text.ReplaceLineEndings(" ")) is { Length: > 0 } line ? line : "unknown";
}
