using Dapper;
using IndicatorPipeline.Storage.Settling;
using Npgsql;

namespace IndicatorPipeline.Storage.Extractions;

/// <summary>
/// Stores what the engine read. Rows that changed are closed and their successors added in one transaction; rows that did
/// not change stay as they are.
/// </summary>
public sealed class ExtractionStore(NpgsqlDataSource database)
{
    /// <summary>
    /// Saves a batch in one transaction: all of it or nothing. Saving the same again changes nothing; two processes at one document take turns.
    /// Copies and outcomes are settled behind the commit; what fails or is cut short there stays with <see cref="SettlingStore"/> to be taken up
    /// again, and the save holds all the same.
    /// </summary>
    /// <param name="batch">The extractions, each document at most once.</param>
    /// <param name="rulesVersion">Version of the rules that read them.</param>
    /// <param name="runId">The run, or null.</param>
    /// <param name="cancellation">Ends the work. Before the commit nothing is stored then; behind it only the settling is left for later.</param>
    /// <param name="unsettled">Told why the settling failed; without it that is thrown.</param>
    /// <returns>What happened to each document, in the order of the batch.</returns>
    /// <exception cref="BadExtractionException">A row cannot be right.</exception>
    /// <exception cref="Migrations.SchemaVersionException">The database's catalogue does not hold what this program knows.</exception>
    public async Task<IReadOnlyList<SavedExtraction>> SaveAsync(
        IReadOnlyList<ExtractionToSave> batch, int rulesVersion, long? runId, CancellationToken cancellation, Action<Exception>? unsettled = null)
    {
        if (batch.Count == 0) return [];
        if (batch.Select(item => item.DocumentId).Distinct().Count() != batch.Count)
            throw new ArgumentException("a document is twice in the batch", nameof(batch));
        var saved = await CommitAsync(batch, rulesVersion, runId, cancellation);
        try
        {
            await new SettlingStore(database).SettleAsync([.. batch.Select(item => item.DocumentId)], cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Asked to end behind the commit: what was saved is told, and the settling is taken up by the next sweep.
        }
        catch (Exception fault) when (unsettled is not null && fault is NpgsqlException)
        {
            unsettled(fault);
        }

        return saved;
    }

    private async Task<IReadOnlyList<SavedExtraction>> CommitAsync(
        IReadOnlyList<ExtractionToSave> batch, int rulesVersion, long? runId, CancellationToken cancellation)
    {
        try
        {
            await using var connection = await database.OpenConnectionAsync(cancellation);
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            var states = await LockAsync(connection, batch, cancellation);
            var fresh = batch.Where(item => !states[item.DocumentId].Outdates(item, rulesVersion)).ToList();
            if (fresh.Count == 0) return [.. batch.Select(Outdated)];
            var save = new SaveRun(connection, rulesVersion, runId, await MomentAsync(connection, states, cancellation), cancellation);
            var saved = await save.RunAsync(fresh, states);
            await transaction.CommitAsync(cancellation);
            return [.. batch.Select(item => saved.TryGetValue(item.DocumentId, out var done) ? done : Outdated(item))];
        }
        catch (PostgresException e) when (e.SqlState.StartsWith(SqlStates.IntegrityClass, StringComparison.Ordinal)
            || e.SqlState.StartsWith(SqlStates.DataClass, StringComparison.Ordinal))
        {
            var names = string.Join(", ", batch.Take(3).Select(item => item.Extraction.Document.Id)) + (batch.Count > 3 ? " …" : "");
            throw new BadExtractionException($"document {names}: {e.MessageText.ReplaceLineEndings(" ")}", e);
        }
    }

    private static SavedExtraction Outdated(ExtractionToSave item) => new(item.DocumentId, IsOutdated: true, 0, 0, 0, 0);

    /// <summary>
    /// Locks the documents against other saves and registrations, in order of number so that two batches cannot wait for each other.
    /// </summary>
    private static async Task<Dictionary<long, DocumentState>> LockAsync(
        NpgsqlConnection connection, IReadOnlyList<ExtractionToSave> batch, CancellationToken cancellation)
    {
        const string Sql = """
            select document_id, latest_version_id, current_version_id, current_rules_version, current_number_reader, saved_at
            from indicators.document
            where document_id = any(@ids)
            order by document_id
            for no key update
            """;
        var ids = batch.Select(item => item.DocumentId).ToArray();
        var command = new CommandDefinition(Sql, new { ids }, commandTimeout: 0, cancellationToken: cancellation);
        var states = (await connection.QueryAsync<DocumentState>(command)).ToDictionary(state => state.DocumentId);
        var missing = ids.Where(id => !states.ContainsKey(id)).ToList();
        return missing.Count == 0
            ? states
            : throw new BadExtractionException($"there is no document {string.Join(", ", missing)}: register it first");
    }

    /// <summary>The moment of this save: behind the last one of each document, also if the clock was set back meanwhile.</summary>
    private static Task<DateTimeOffset> MomentAsync(
        NpgsqlConnection connection, Dictionary<long, DocumentState> states, CancellationToken cancellation)
    {
        const string Sql = "select greatest(clock_timestamp(), @last::timestamptz + interval '1 microsecond')";
        var last = states.Values.Max(state => state.SavedAt);
        return connection.ExecuteScalarAsync<DateTimeOffset>(new CommandDefinition(Sql, new { last }, cancellationToken: cancellation));
    }
}
