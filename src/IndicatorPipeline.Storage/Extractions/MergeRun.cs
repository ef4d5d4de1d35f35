using Dapper;
using IndicatorPipeline.Extraction;
using IndicatorPipeline.Storage.Copies;
using Npgsql;

namespace IndicatorPipeline.Storage.Extractions;

/// <summary>Runs the statements of <see cref="Merge"/> on one staged batch.</summary>
internal sealed class MergeRun(
    NpgsqlConnection connection, IReadOnlyList<ExtractionToSave> batch, int rulesVersion, long? runId, DateTimeOffset savedAt, CancellationToken cancellation)
{
    private readonly object parameters = new { ids = batch.Select(item => item.DocumentId).ToArray(), saved_at = savedAt, rules = rulesVersion, run = runId };

    /// <summary>Merges the batch; returns what happened to each of its documents.</summary>
    public async Task<Dictionary<long, SavedExtraction>> RunAsync(Dictionary<long, DocumentState> states)
    {
        await RefuseUnknownCodesAsync();
        await ExecuteAsync(Merge.AddUnits);
        var refused = await CountAsync(Merge.Refuse);
        await ExecuteAsync(Merge.AddSentences);
        await ExecuteAsync(Merge.FindSentences);
        // A document that is saved for the first time has nothing to keep or close.
        var isFirst = batch.All(item => states[item.DocumentId].CurrentVersionId is null);
        if (!isFirst) await ExecuteAsync(Merge.KeepSpeeches);
        var closed = isFirst ? [] : await CountAsync(Merge.CloseObservations);
        var speechesClosed = isFirst ? 0 : await ExecuteAsync(Merge.CloseSpeeches);
        await ExecuteAsync(Merge.AddSpeeches);
        var added = await CountAsync(Merge.AddObservations);
        if (speechesClosed > 0) await ExecuteAsync(Merge.CloseCopies);

        var saved = batch.ToDictionary(item => item.DocumentId, item => new SavedExtraction(
            item.DocumentId,
            IsOutdated: false,
            item.Extraction.Observations.Count - refused.GetValueOrDefault(item.DocumentId),
            added.GetValueOrDefault(item.DocumentId),
            closed.GetValueOrDefault(item.DocumentId),
            refused.GetValueOrDefault(item.DocumentId)));
        var changed = batch.Where(item => saved[item.DocumentId].IsChanged || !states[item.DocumentId].IsCurrent(item, rulesVersion)).ToList();
        await LogAsync(changed, saved);
        if (saved.Values.Any(document => document.IsChanged))
            await CopyFinder.RunAsync(connection, [.. saved.Keys], savedAt, cancellation);
        // Last, because it waits for other saves that touch the same regions.
        await ExecuteAsync(Merge.RefreshOutcomes);
        return saved;
    }

    private async Task RefuseUnknownCodesAsync()
    {
        var unknown = (await connection.QueryAsync<string>(new CommandDefinition(Merge.UnknownCodes, cancellationToken: cancellation))).AsList();
        if (unknown.Count > 0)
            throw new BadExtractionException($"the database's catalogue does not hold {string.Join(", ", unknown)}: run 'indicators migrate' with this program, or correct the code given");
    }

    private async Task LogAsync(List<ExtractionToSave> changed, Dictionary<long, SavedExtraction> saved)
    {
        if (changed.Count == 0) return;
        var rows = new
        {
            ids = changed.Select(item => item.DocumentId).ToArray(),
            versions = changed.Select(item => item.VersionId).ToArray(),
            speeches = changed.Select(item => item.Extraction.Speeches.Count).ToArray(),
            observations = changed.Select(item => saved[item.DocumentId].Observations).ToArray(),
            added = changed.Select(item => saved[item.DocumentId].Added).ToArray(),
            closed = changed.Select(item => saved[item.DocumentId].Closed).ToArray(),
            refused = changed.Select(item => saved[item.DocumentId].Refused).ToArray(),
            unbound = changed.Select(item => item.Extraction.Unbound.Count).ToArray(),
            saved_at = savedAt,
            rules = rulesVersion,
            reader = Extractor.NumberReader,
            run = runId,
        };
        await connection.ExecuteAsync(new CommandDefinition(Merge.UpdateDocuments, rows, commandTimeout: 0, cancellationToken: cancellation));
        await connection.ExecuteAsync(new CommandDefinition(Merge.LogExtractions, rows, commandTimeout: 0, cancellationToken: cancellation));
    }

    private Task<int> ExecuteAsync(string sql) => connection.ExecuteAsync(new CommandDefinition(sql, parameters, commandTimeout: 0, cancellationToken: cancellation));

    private async Task<Dictionary<long, int>> CountAsync(string sql)
    {
        var rows = await connection.QueryAsync<(long DocumentId, int Count)>(new CommandDefinition(sql, parameters, commandTimeout: 0, cancellationToken: cancellation));
        return rows.ToDictionary(row => row.DocumentId, row => row.Count);
    }
}
