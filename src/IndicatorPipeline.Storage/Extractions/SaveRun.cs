using Dapper;
using IndicatorPipeline.Extraction;
using Npgsql;

namespace IndicatorPipeline.Storage.Extractions;

/// <summary>Stores one batch within a transaction whose documents are locked.</summary>
internal sealed class SaveRun(NpgsqlConnection connection, int rulesVersion, long? runId, DateTimeOffset savedAt, CancellationToken cancellation)
{
    /// <summary>Stores the batch; returns what happened to each of its documents.</summary>
    public async Task<Dictionary<long, SavedExtraction>> RunAsync(IReadOnlyList<ExtractionToSave> batch, Dictionary<long, DocumentState> states)
    {
        var read = batch.Select(DocumentRows.Of).ToList();
        var catalogue = await Catalogue.AskAsync(connection, read, cancellation);
        // A document that is saved for the first time has nothing to keep or close.
        var known = batch.Select(item => item.DocumentId).Where(id => states[id].CurrentVersionId is not null).ToArray();
        var stored = await StoredRows.LoadAsync(connection, known, cancellation);
        var changes = read.Select(rows => DocumentChange.Between(stored.GetValueOrDefault(rows.Item.DocumentId, StoredRows.None), rows, catalogue))
            .ToList();

        await RefuseAsync(changes);
        await CloseAsync("observation", [.. changes.SelectMany(change => change.ClosedObservations)]);
        await CloseAsync("speech", [.. changes.SelectMany(change => change.ClosedSpeeches)]);
        await new RowWriter(connection, changes, rulesVersion, savedAt, cancellation).WriteAsync();
        await LogAsync([.. changes.Where(change => change.Saved.IsChanged || !states[change.Item.DocumentId].IsCurrent(change.Item, rulesVersion))]);
        return changes.ToDictionary(change => change.Item.DocumentId, change => change.Saved);
    }

    private async Task RefuseAsync(List<DocumentChange> changes)
    {
        const string Sql = """
            with refused as (
              select * from unnest(@documents, @starts, @ends, @values, @reasons) as n (document_id, span_start, span_end, value_text, reason)
            ), forgotten as (
              delete from indicators.refusal r
              where r.document_id = any(@ids)
                and (r.document_id, r.span_start, r.span_end, r.value_text, r.reason) not in (select n.document_id, n.span_start, n.span_end, n.value_text, n.reason from refused n)
            )
            insert into indicators.refusal (document_id, rules_version, span_start, span_end, value_text, reason, refused_at)
            select n.document_id, @rulesVersion, n.span_start, n.span_end, n.value_text, n.reason, @savedAt
            from refused n
            where not exists (
              select from indicators.refusal r
              where (n.document_id, n.span_start, n.span_end, n.value_text, n.reason) = (r.document_id, r.span_start, r.span_end, r.value_text, r.reason))
            """;
        var refusals = changes.SelectMany(change => change.Refusals).ToList();
        await ExecuteAsync(Sql, new
        {
            ids = changes.Select(change => change.Item.DocumentId).ToArray(),
            documents = refusals.Select(refusal => refusal.DocumentId).ToArray(),
            starts = refusals.Select(refusal => refusal.Row.At.Start).ToArray(),
            ends = refusals.Select(refusal => refusal.Row.At.End).ToArray(),
            values = refusals.Select(refusal => refusal.Row.ValueText).ToArray(),
            reasons = refusals.Select(refusal => refusal.Reason).ToArray(),
            rulesVersion,
            savedAt,
        });
    }

    private async Task CloseAsync(string table, long[] closed)
    {
        if (closed.Length == 0) return;
        await ExecuteAsync($"update indicators.{table} set valid_to = @savedAt where {table}_id = any(@closed) and valid_to is null",
            new { savedAt, closed });
    }

    /// <summary>
    /// Makes the version the one that readers see, notes the save, and leaves its copies and outcomes to be settled behind the commit.
    /// </summary>
    private async Task LogAsync(List<DocumentChange> changes)
    {
        if (changes.Count == 0) return;
        const string Sql = """
            with saved as (
              select * from unnest(@ids, @versions, @speeches, @observations, @added, @closed, @refused, @unbound)
                as s (document_id, version_id, speeches, observations, added, closed, refused, unbound)
            ), current as (
              update indicators.document d set current_version_id = s.version_id, current_rules_version = @rulesVersion, current_number_reader = @NumberReader, saved_at = @savedAt
              from saved s
              where d.document_id = s.document_id
            ), unsettled as (
              insert into indicators.unsettled (document_id, since)
              select s.document_id, @savedAt from saved s where s.added + s.closed > 0
              order by s.document_id
              on conflict (document_id) do update set since = least(unsettled.since, excluded.since)
            )
            insert into indicators.extraction (document_id, version_id, run_id, rules_version, number_reader, saved_at, speeches, observations, added, closed, refused, unbound)
            select s.document_id, s.version_id, (select r.run_id from indicators.run r where r.run_id = @runId), @rulesVersion, @NumberReader, @savedAt,
              s.speeches, s.observations, s.added, s.closed, s.refused, s.unbound
            from saved s
            """;
        await ExecuteAsync(Sql, new
        {
            ids = changes.Select(change => change.Item.DocumentId).ToArray(),
            versions = changes.Select(change => change.Item.VersionId).ToArray(),
            speeches = changes.Select(change => change.Item.Extraction.Speeches.Count).ToArray(),
            observations = changes.Select(change => change.Saved.Observations).ToArray(),
            added = changes.Select(change => change.Saved.Added).ToArray(),
            closed = changes.Select(change => change.Saved.Closed).ToArray(),
            refused = changes.Select(change => change.Saved.Refused).ToArray(),
            unbound = changes.Select(change => change.Item.Extraction.Unbound.Count).ToArray(),
            rulesVersion,
            Extractor.NumberReader,
            savedAt,
            runId,
        });
    }

    private Task<int> ExecuteAsync(string sql, object parameters) =>
        connection.ExecuteAsync(new CommandDefinition(sql, parameters, commandTimeout: 0, cancellationToken: cancellation));
}
