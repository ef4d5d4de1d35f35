using Dapper;
using IndicatorPipeline.Extraction;
using Npgsql;

namespace IndicatorPipeline.Storage.Documents;

/// <summary>Documents and the versions they have had.</summary>
public sealed class DocumentStore(NpgsqlDataSource database)
{
    /// <summary>What is stored of the documents of <paramref name="source"/>, by path. Documents decoded by an older reader are left out, so that
    /// they are read again.</summary>
    public async Task<IReadOnlyDictionary<string, KnownDocument>> KnownAsync(string source, int readerVersion, CancellationToken cancellation)
    {
        const string Sql = """
            select d.document_id, d.path, encode(v.content_hash, 'hex') as content_hash, d.etag, d.last_modified
            from indicators.document d
            join indicators.document_version v on v.version_id = d.latest_version_id and v.document_id = d.document_id
            where d.source = @source and v.reader_version >= @readerVersion
            """;
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var command = new CommandDefinition(Sql, new { source, readerVersion }, cancellationToken: cancellation);
        var all = await connection.QueryAsync<KnownDocument>(command);
        return all.ToDictionary(known => known.Path, StringComparer.Ordinal);
    }

    /// <summary>
    /// Stores a found document, or notes that it was seen
    /// (<see cref="RegisterAsync(IReadOnlyList{FoundDocument}, Func{DocumentPlace, bool}?, CancellationToken)"/>).
    /// </summary>
    public async Task<RegisteredDocument> RegisterAsync(FoundDocument found, Func<DocumentPlace, bool>? isGone, CancellationToken cancellation) =>
        (await RegisterAsync([found], isGone, cancellation))[0];

    /// <summary>Stores found documents, or notes that they were seen, in one transaction. Safe to repeat and to run from several processes.</summary>
    /// <param name="batch">The documents, each place at most once.</param>
    /// <param name="isGone">Whether another place of the same source is empty by now: then a document with the same bytes that was there has moved.
    /// Null: nothing moves.</param>
    /// <param name="cancellation">Ends the work; of the batch nothing is stored then.</param>
    /// <returns>What became of each, in the order of the batch.</returns>
    public async Task<IReadOnlyList<RegisteredDocument>> RegisterAsync(
        IReadOnlyList<FoundDocument> batch, Func<DocumentPlace, bool>? isGone, CancellationToken cancellation)
    {
        if (batch.Count == 0) return [];
        if (batch.Select(found => found.Place).Distinct().Count() != batch.Count)
            throw new ArgumentException("a place is twice in the batch", nameof(batch));
        try
        {
            await using var connection = await database.OpenConnectionAsync(cancellation);
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            var registered = await new Registration(connection, cancellation).RunAsync(batch, isGone);
            await transaction.CommitAsync(cancellation);
            return registered;
        }
        catch (PostgresException lost) when (batch.Count > 1 && DatabaseFailure.IsTransient(lost))
        {
            // Another process takes the same documents in another order. One at a time nobody waits for the other.
            var registered = new List<RegisteredDocument>();
            foreach (var found in batch)
                registered.AddRange(await RegisterAsync([found], isGone, cancellation));
            return registered;
        }
    }

    /// <summary>Notes that these documents of <paramref name="source"/> are there, unread because unchanged.</summary>
    public async Task MarkSeenAsync(string source, IReadOnlyCollection<string> paths, CancellationToken cancellation)
    {
        const string Sql =
            "update indicators.document set last_seen_at = clock_timestamp(), gone_at = null where source = @source and path = any(@paths)";
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await connection.ExecuteAsync(new CommandDefinition(Sql, new { source, paths = paths.ToArray() }, cancellationToken: cancellation));
    }

    /// <summary>Notes that the documents of <paramref name="source"/> that were not seen since are gone, and returns how many. What they state
    /// stays.</summary>
    public async Task<int> MarkGoneAsync(string source, DateTimeOffset notSeenSince, CancellationToken cancellation)
    {
        const string Sql =
            "update indicators.document set gone_at = clock_timestamp() where source = @source and gone_at is null and last_seen_at < @notSeenSince";
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.ExecuteAsync(new CommandDefinition(Sql, new { source, notSeenSince }, cancellationToken: cancellation));
    }

    /// <summary>Numbers of documents whose latest version is not extracted, or was by older rules or the other number reader; in order of number,
    /// above <paramref name="afterId"/>.</summary>
    public async Task<IReadOnlyList<long>> ListWaitingAsync(int rulesVersion, long afterId, int limit, CancellationToken cancellation)
    {
        const string Sql = """
            select document_id
            from indicators.document
            where document_id > @afterId and latest_version_id is not null
              and (current_version_id is distinct from latest_version_id or current_rules_version < @rulesVersion
                   or (current_rules_version = @rulesVersion and current_number_reader is distinct from @NumberReader))
            order by document_id
            limit @limit
            """;
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var command = new CommandDefinition(Sql, new { rulesVersion, Extractor.NumberReader, afterId, limit }, cancellationToken: cancellation);
        return (await connection.QueryAsync<long>(command)).AsList();
    }

    /// <summary>Those of these documents whose latest version is not extracted, or was by older rules.</summary>
    public async Task<IReadOnlyList<long>> ListWaitingAsync(int rulesVersion, IReadOnlyCollection<long> ids, CancellationToken cancellation)
    {
        const string Sql = """
            select document_id
            from indicators.document
            where document_id = any(@ids) and (current_version_id is distinct from latest_version_id or current_rules_version < @rulesVersion)
            order by document_id
            """;
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var command = new CommandDefinition(Sql, new { rulesVersion, ids = ids.ToArray() }, cancellationToken: cancellation);
        return (await connection.QueryAsync<long>(command)).AsList();
    }

    /// <summary>The latest version of a document, or null if there is no such document.</summary>
    public async Task<StoredDocument?> LoadAsync(long documentId, CancellationToken cancellation)
    {
        const string Sql = """
            select d.source, d.path, d.name, v.version_id, v.text, v.title, v.given_date, v.given_region_code, v.file_name
            from indicators.document d
            join indicators.document_version v on v.version_id = d.latest_version_id and v.document_id = d.document_id
            where d.document_id = @documentId
            """;
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var command = new CommandDefinition(Sql, new { documentId }, cancellationToken: cancellation);
        var row = await connection.QuerySingleOrDefaultAsync<StoredRow>(command);
        return row is null ? null : new StoredDocument(
            documentId,
            row.VersionId,
            new DocumentPlace(row.Source, row.Path),
            new SourceDocument
            {
                Id = row.Name,
                Text = row.Text,
                Title = row.Title,
                Date = row.GivenDate,
                RegionCode = row.GivenRegionCode,
                FileName = row.FileName,
            });
    }

    private sealed class StoredRow
    {
        public required string Source { get; init; }

        public required string Path { get; init; }

        public required string Name { get; init; }

        public required long VersionId { get; init; }

        public required string Text { get; init; }

        public string? Title { get; init; }

        public DateOnly? GivenDate { get; init; }

        public string? GivenRegionCode { get; init; }

        public string? FileName { get; init; }
    }
}
