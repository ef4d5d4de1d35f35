using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dapper;
using Npgsql;

namespace IndicatorPipeline.Storage.Documents;

/// <summary>Stores a batch of found documents within a transaction, in three questions however many there are.</summary>
internal sealed class Registration(NpgsqlConnection connection, CancellationToken cancellation)
{
    /// <summary>Stores the batch, whose places differ; returns what became of each document, in order.</summary>
    public async Task<IReadOnlyList<RegisteredDocument>> RunAsync(IReadOnlyList<FoundDocument> batch, Func<DocumentPlace, bool>? isGone)
    {
        var moved = isGone is null ? [] : await MoveAsync(batch, isGone);
        var stored = await StoreAsync(batch);
        await PointAsync([.. stored.Values.Where(row => row.Before != row.VersionId)]);
        return [.. batch.Select(found =>
        {
            var row = stored[found.Place];
            return new RegisteredDocument(row.DocumentId, row.VersionId, Kind(row, moved.Contains(found.Place)));
        })];
    }

    private static RegistrationKind Kind(Row row, bool moved) => row.Before switch
    {
        _ when moved => RegistrationKind.Moved,
        null => RegistrationKind.New,
        var before when before == row.VersionId => RegistrationKind.Unchanged,
        _ => RegistrationKind.Changed,
    };

    /// <summary>
    /// Gives documents with these bytes, whose own places are empty by now, the new places of the found ones; returns those places.
    /// </summary>
    private async Task<HashSet<DocumentPlace>> MoveAsync(IReadOnlyList<FoundDocument> batch, Func<DocumentPlace, bool> isGone)
    {
        const string Candidates = """
            select f.number, d.document_id, d.path
            from unnest(@sources, @paths, @hashes) with ordinality as f (source, path, content_hash, number)
            join indicators.document_version v on v.content_hash = f.content_hash
            join indicators.document d on d.latest_version_id = v.version_id and d.document_id = v.document_id and d.source = f.source
            where not exists (select from indicators.document here where here.source = f.source and here.path = f.path)
            order by f.number, d.document_id
            """;
        const string Sql = """
            update indicators.document set path = @path
            where document_id = @documentId and path = @was
              and not exists (select from indicators.document here where here.source = @source and here.path = @path)
            """;
        var candidates = await connection.QueryAsync<(long Number, long DocumentId, string Path)>(Command(Candidates, new
        {
            sources = batch.Select(found => found.Place.Source).ToArray(),
            paths = batch.Select(found => found.Place.Path).ToArray(),
            hashes = batch.Select(found => Convert.FromHexString(found.ContentHash)).ToArray(),
        }));
        var moved = new HashSet<DocumentPlace>();
        var taken = new HashSet<long>();
        foreach (var (number, documentId, was) in candidates)
        {
            var (source, path) = batch[(int)number - 1].Place;
            if (moved.Contains(new DocumentPlace(source, path)) || taken.Contains(documentId) || !isGone(new DocumentPlace(source, was))) continue;
            if (await connection.ExecuteAsync(Command(Sql, new { source, path, documentId, was })) == 0) continue;
            moved.Add(new DocumentPlace(source, path));
            taken.Add(documentId);
        }

        return moved;
    }

    /// <summary>
    /// The documents at the places, the versions they had and the versions with this content; the documents' rows are locked from here on.
    /// </summary>
    private async Task<Dictionary<DocumentPlace, Row>> StoreAsync(IReadOnlyList<FoundDocument> batch)
    {
        // The same bytes in the same text are the same version, also when a document returns to what it was.
        const string Sql = """
            with found as (
              select *
              from unnest(
                @sources, @paths, @names, @uris, @etags, @modified, @hashes, @folded, @retrieved, @readers, @types, @encodings, @lengths,
                @titles, @dates, @regions, @files, @texts, @textHashes, @textLengths, @publishedOn, @publishedBy, @publishedSites, @canonical, @apart, @warnings) with ordinality
                as f (source, path, name, uri, etag, last_modified, content_hash, folded_hash, retrieved_at, reader_version, media_type, encoding, byte_length,
                  title, given_date, given_region_code, file_name, text, text_hash, text_length, published_on, published_by, published_site, canonical_uri, apart, warnings, number)
            ), seen as (
              insert into indicators.document (source, path, name, uri, etag, last_modified)
              select source, path, name, uri, etag, last_modified from found order by number
              on conflict (source, path) do update
                set name = excluded.name, uri = excluded.uri, etag = excluded.etag, last_modified = excluded.last_modified, last_seen_at = clock_timestamp(), gone_at = null
              returning document_id, source, path, latest_version_id
            ), stored as (
              insert into indicators.document_version (
                document_id, content_hash, folded_hash, uri, retrieved_at, reader_version, media_type, encoding, byte_length,
                title, given_date, given_region_code, file_name, text, text_hash, text_length, published_on, published_by, published_site, canonical_uri, apart, warnings)
              select
                s.document_id, f.content_hash, f.folded_hash, f.uri, f.retrieved_at, f.reader_version, f.media_type, f.encoding, f.byte_length,
                f.title, f.given_date, f.given_region_code, f.file_name, f.text, f.text_hash, f.text_length, f.published_on, f.published_by, f.published_site, f.canonical_uri, f.apart::jsonb,
                case when f.warnings is not null then array(select jsonb_array_elements_text(f.warnings::jsonb)) end
              from found f
              join seen s on s.source = f.source and s.path = f.path
              order by f.number
              on conflict (document_id, content_hash, text_hash) do update
                set reader_version = greatest(document_version.reader_version, excluded.reader_version), folded_hash = coalesce(excluded.folded_hash, document_version.folded_hash),
                  published_on = excluded.published_on, published_by = excluded.published_by, published_site = excluded.published_site,
                  canonical_uri = excluded.canonical_uri, apart = excluded.apart, warnings = excluded.warnings
              returning document_id, version_id
            )
            select s.source, s.path, s.document_id, v.version_id, s.latest_version_id as before
            from seen s
            join stored v on v.document_id = s.document_id
            """;
        var texts = batch.Select(found => StorableText.Of(found.Document.Text)).ToArray();
        var rows = await connection.QueryAsync<Row>(Command(Sql, new
        {
            sources = batch.Select(found => found.Place.Source).ToArray(),
            paths = batch.Select(found => found.Place.Path).ToArray(),
            names = batch.Select(found => found.Document.Id).ToArray(),
            uris = batch.Select(found => found.Uri).ToArray(),
            etags = batch.Select(found => found.ETag).ToArray(),
            modified = batch.Select(found => found.LastModified).ToArray(),
            hashes = batch.Select(found => Convert.FromHexString(found.ContentHash)).ToArray(),
            folded = batch.Select(found => found.FoldedHash is { } folded ? Convert.FromHexString(folded) : null).ToArray(),
            retrieved = batch.Select(found => found.RetrievedAt.ToUniversalTime()).ToArray(),
            readers = batch.Select(found => found.ReaderVersion).ToArray(),
            types = batch.Select(found => found.MediaType).ToArray(),
            encodings = batch.Select(found => found.Encoding).ToArray(),
            lengths = batch.Select(found => found.ByteLength).ToArray(),
            titles = batch.Select(found => found.Document.Title is { } title ? StorableText.Of(title) : null).ToArray(),
            dates = batch.Select(found => found.Document.Date).ToArray(),
            regions = batch.Select(found => found.Document.RegionCode).ToArray(),
            files = batch.Select(found => found.Document.FileName).ToArray(),
            texts,
            textHashes = texts.Select(text => SHA256.HashData(Encoding.UTF8.GetBytes(text))).ToArray(),
            textLengths = texts.Select(text => text.Length).ToArray(),
            publishedOn = batch.Select(found => StorableText.OrNull(found.PublishedOn)).ToArray(),
            publishedBy = batch.Select(found => StorableText.OrNull(found.PublishedBy)).ToArray(),
            publishedSites = batch.Select(found => StorableText.OrNull(found.PublishedSite)).ToArray(),
            canonical = batch.Select(found => StorableText.OrNull(found.CanonicalUri)).ToArray(),
            // Lists travel as one text each, because arrays of arrays must be rectangular.
            apart = batch.Select(ApartJson).ToArray(),
            warnings = batch.Select(WarningsJson).ToArray(),
        }));
        return rows.ToDictionary(row => new DocumentPlace(row.Source, row.Path));
    }

    private static string? ApartJson(FoundDocument found) =>
        found.Apart.Count == 0
            ? null
            : JsonSerializer.Serialize(found.Apart.Select(part => new { kind = part.Kind, text = StorableText.Of(part.Text) }));

    private static string? WarningsJson(FoundDocument found) =>
        found.Warnings.Count == 0 ? null : JsonSerializer.Serialize(found.Warnings.Select(StorableText.Of));

    /// <summary>Makes the stored versions the latest ones.</summary>
    private async Task PointAsync(IReadOnlyList<Row> changed)
    {
        if (changed.Count == 0) return;
        const string Sql = """
            update indicators.document d set latest_version_id = c.version_id
            from unnest(@ids, @versions) as c (document_id, version_id)
            where d.document_id = c.document_id
            """;
        await connection.ExecuteAsync(Command(Sql, new
        {
            ids = changed.Select(row => row.DocumentId).ToArray(),
            versions = changed.Select(row => row.VersionId).ToArray(),
        }));
    }

    private CommandDefinition Command(string sql, object parameters) => new(sql, parameters, cancellationToken: cancellation);

    private sealed record Row(string Source, string Path, long DocumentId, long VersionId, long? Before);
}
