using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dapper;
using IndicatorPipeline.Extraction;
using Npgsql;

namespace IndicatorPipeline.Storage.Documents;

/// <summary>Documents and the versions they have had.</summary>
public sealed class DocumentStore(NpgsqlDataSource database)
{
    /// <summary>What is stored of the documents of <paramref name="source"/>, by path. Documents decoded by an older reader are left out, so that they are read again.</summary>
    public async Task<IReadOnlyDictionary<string, KnownDocument>> KnownAsync(string source, int readerVersion, CancellationToken cancellation)
    {
        const string Sql = """
            select d.document_id, d.path, encode(v.content_hash, 'hex') as content_hash, d.etag, d.last_modified
            from indicators.document d
            join indicators.document_version v on v.version_id = d.latest_version_id and v.document_id = d.document_id
            where d.source = @source and v.reader_version >= @readerVersion
            """;
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var all = await connection.QueryAsync<KnownDocument>(new CommandDefinition(Sql, new { source, readerVersion }, cancellationToken: cancellation));
        return all.ToDictionary(known => known.Path, StringComparer.Ordinal);
    }

    /// <summary>Stores a found document, or notes that it was seen. Safe to repeat and to run from several processes.</summary>
    /// <param name="found">The document.</param>
    /// <param name="isGone">Whether another place of the same source is empty by now: then a document with the same bytes that was there has moved. Null: nothing moves.</param>
    /// <param name="cancellation">Ends the work; nothing is stored then.</param>
    public async Task<RegisteredDocument> RegisterAsync(FoundDocument found, Func<DocumentPlace, bool>? isGone, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var moved = isGone is not null && await MoveAsync(connection, found, isGone, cancellation);
        var (documentId, before) = await SeeAsync(connection, found, cancellation);
        var versionId = await StoreVersionAsync(connection, documentId, found, cancellation);
        var kind = before switch
        {
            _ when moved => RegistrationKind.Moved,
            null => RegistrationKind.New,
            _ when before == versionId => RegistrationKind.Unchanged,
            _ => RegistrationKind.Changed,
        };
        if (before != versionId)
        {
            const string Sql = "update indicators.document set latest_version_id = @versionId where document_id = @documentId";
            await connection.ExecuteAsync(new CommandDefinition(Sql, new { versionId, documentId }, cancellationToken: cancellation));
        }

        await transaction.CommitAsync(cancellation);
        return new RegisteredDocument(documentId, versionId, kind);
    }

    /// <summary>Notes that these documents of <paramref name="source"/> are there, unread because unchanged.</summary>
    public async Task MarkSeenAsync(string source, IReadOnlyCollection<string> paths, CancellationToken cancellation)
    {
        const string Sql = "update indicators.document set last_seen_at = clock_timestamp(), gone_at = null where source = @source and path = any(@paths)";
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await connection.ExecuteAsync(new CommandDefinition(Sql, new { source, paths = paths.ToArray() }, cancellationToken: cancellation));
    }

    /// <summary>Notes that the documents of <paramref name="source"/> that were not seen since are gone, and returns how many. What they state stays.</summary>
    public async Task<int> MarkGoneAsync(string source, DateTimeOffset notSeenSince, CancellationToken cancellation)
    {
        const string Sql = "update indicators.document set gone_at = clock_timestamp() where source = @source and gone_at is null and last_seen_at < @notSeenSince";
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.ExecuteAsync(new CommandDefinition(Sql, new { source, notSeenSince }, cancellationToken: cancellation));
    }

    /// <summary>Numbers of documents whose latest version is not extracted, or was by older rules or the other number reader; in order of number, above <paramref name="afterId"/>.</summary>
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
        return (await connection.QueryAsync<long>(new CommandDefinition(Sql, new { rulesVersion, Extractor.NumberReader, afterId, limit }, cancellationToken: cancellation))).AsList();
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
        return (await connection.QueryAsync<long>(new CommandDefinition(Sql, new { rulesVersion, ids = ids.ToArray() }, cancellationToken: cancellation))).AsList();
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
        var row = await connection.QuerySingleOrDefaultAsync<StoredRow>(new CommandDefinition(Sql, new { documentId }, cancellationToken: cancellation));
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

    /// <summary>Gives a document with these bytes, whose own place is empty by now, the place of the found one, if that place is new.</summary>
    private static async Task<bool> MoveAsync(NpgsqlConnection connection, FoundDocument found, Func<DocumentPlace, bool> isGone, CancellationToken cancellation)
    {
        const string Candidates = """
            select d.document_id, d.path
            from indicators.document_version v
            join indicators.document d on d.latest_version_id = v.version_id and d.document_id = v.document_id
            where v.content_hash = @hash and d.source = @Source
              and not exists (select from indicators.document here where here.source = @Source and here.path = @Path)
            order by d.document_id
            """;
        var (source, path) = found.Place;
        var candidates = await connection.QueryAsync<(long DocumentId, string Path)>(
            new CommandDefinition(Candidates, new { hash = Convert.FromHexString(found.ContentHash), source, path }, cancellationToken: cancellation));
        foreach (var candidate in candidates)
        {
            if (!isGone(new DocumentPlace(source, candidate.Path))) continue;
            const string Sql = """
                update indicators.document set path = @path
                where document_id = @DocumentId and path = @was
                  and not exists (select from indicators.document here where here.source = @source and here.path = @path)
                """;
            return await connection.ExecuteAsync(
                new CommandDefinition(Sql, new { source, path, candidate.DocumentId, was = candidate.Path }, cancellationToken: cancellation)) == 1;
        }

        return false;
    }

    /// <summary>The document at the place and the version it had; its row is locked from here on.</summary>
    private static async Task<(long DocumentId, long? Before)> SeeAsync(NpgsqlConnection connection, FoundDocument found, CancellationToken cancellation)
    {
        const string Sql = """
            insert into indicators.document (source, path, name, uri, etag, last_modified)
            values (@Source, @Path, @Id, @Uri, @ETag, @LastModified)
            on conflict (source, path) do update
              set name = excluded.name, uri = excluded.uri, etag = excluded.etag, last_modified = excluded.last_modified, last_seen_at = clock_timestamp(), gone_at = null
            returning document_id, latest_version_id
            """;
        return await connection.QuerySingleAsync<(long, long?)>(new CommandDefinition(
            Sql,
            new { found.Place.Source, found.Place.Path, found.Document.Id, found.Uri, found.ETag, found.LastModified },
            cancellationToken: cancellation));
    }

    private static async Task<long> StoreVersionAsync(NpgsqlConnection connection, long documentId, FoundDocument found, CancellationToken cancellation)
    {
        // The same bytes in the same text are the same version, also when a document returns to what it was.
        const string Sql = """
            insert into indicators.document_version (
              document_id, content_hash, folded_hash, uri, retrieved_at, reader_version, media_type, encoding, byte_length,
              title, given_date, given_region_code, file_name, text, text_hash, text_length, published_on, published_by, published_site, canonical_uri, apart, warnings)
            values (
              @documentId, @hash, @folded, @Uri, @RetrievedAt, @ReaderVersion, @MediaType, @Encoding, @ByteLength,
              @Title, @Date, @RegionCode, @FileName, @text, @textHash, @Length, @PublishedOn, @PublishedBy, @PublishedSite, @CanonicalUri, @apart::jsonb, @warnings)
            on conflict (document_id, content_hash, text_hash) do update
              set reader_version = greatest(document_version.reader_version, excluded.reader_version), folded_hash = coalesce(excluded.folded_hash, document_version.folded_hash),
                published_on = excluded.published_on, published_by = excluded.published_by, published_site = excluded.published_site,
                canonical_uri = excluded.canonical_uri, apart = excluded.apart, warnings = excluded.warnings
            returning version_id
            """;
        var text = StorableText.Of(found.Document.Text);
        return await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            Sql,
            new
            {
                documentId,
                hash = Convert.FromHexString(found.ContentHash),
                folded = found.FoldedHash is { } folded ? Convert.FromHexString(folded) : null,
                found.Uri,
                RetrievedAt = found.RetrievedAt.ToUniversalTime(),
                found.ReaderVersion,
                found.MediaType,
                found.Encoding,
                found.ByteLength,
                Title = found.Document.Title is { } title ? StorableText.Of(title) : null,
                found.Document.Date,
                found.Document.RegionCode,
                found.Document.FileName,
                text,
                textHash = SHA256.HashData(Encoding.UTF8.GetBytes(text)),
                text.Length,
                PublishedOn = StorableText.OrNull(found.PublishedOn),
                PublishedBy = StorableText.OrNull(found.PublishedBy),
                PublishedSite = StorableText.OrNull(found.PublishedSite),
                CanonicalUri = StorableText.OrNull(found.CanonicalUri),
                apart = found.Apart.Count == 0 ? null : JsonSerializer.Serialize(found.Apart.Select(part => new { kind = part.Kind, text = StorableText.Of(part.Text) })),
                warnings = found.Warnings.Count == 0 ? null : found.Warnings.Select(StorableText.Of).ToArray(),
            },
            cancellationToken: cancellation));
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
