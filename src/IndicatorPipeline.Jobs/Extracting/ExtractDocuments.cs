using IndicatorPipeline.Extraction;
using IndicatorPipeline.Storage;
using IndicatorPipeline.Storage.Documents;
using IndicatorPipeline.Storage.Extractions;
using IndicatorPipeline.Storage.Failures;
using IndicatorPipeline.Storage.Migrations;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace IndicatorPipeline.Jobs.Extracting;

/// <summary>
/// Reads a batch of stored documents and saves what they state, all in one transaction. A document that fails is recorded with its reason and fails
/// alone.
/// </summary>
public sealed class ExtractDocuments(
    DocumentStore documents,
    ExtractionStore extractions,
    FailureStore failures,
    IJobQueue queue,
    ILogger<ExtractDocuments> logger,
    IProgress<ExtractedBatch>? progress = null) : IJobBody
{
    /// <inheritdoc/>
    public string Name => JobNames.ExtractDocuments;

    /// <inheritdoc/>
    public async Task RunAsync(string arguments, CancellationToken cancellationToken)
    {
        var batch = ExtractBatch.Parse(arguments);
        var outcome = new BatchOutcome();
        var read = new List<(StoredDocument Stored, ExtractionToSave ToSave)>();
        foreach (var id in batch.DocumentIds)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (await documents.LoadAsync(id, cancellationToken) is { } stored
                && await ExtractAsync(stored, batch, outcome, cancellationToken) is { } extraction)
            {
                read.Add((stored, new ExtractionToSave(stored.DocumentId, stored.VersionId, extraction)));
            }
        }

        await SaveAsync(read, batch, outcome, cancellationToken);
        var done = outcome.Done();
        Telemetry.DocumentsSaved.Add(done.Documents);
        Telemetry.ObservationsSaved.Add(done.Observations);
        JobLog.Saved(logger, done.Documents, done.Observations, done.Added, done.Closed);
        progress?.Report(done);
    }

    /// <summary>
    /// The process that had this batch ended within it, or its sessions did. If one of its documents is what ends them, it must not end the next ones
    /// too: so each that is not in is tried alone, and one that was alone counts as failed and waits for its next attempt.
    /// </summary>
    public async Task RecoverAsync(string arguments, CancellationToken cancellationToken)
    {
        var batch = ExtractBatch.Parse(arguments);
        var waiting = await documents.ListWaitingAsync(Extractor.RulesVersion, batch.DocumentIds, cancellationToken);
        if (batch.DocumentIds.Count > 1)
        {
            foreach (var id in waiting)
            {
                await queue.EnqueueAsync(new ExtractBatch(batch.RunId, [id]).ToRequest(), cancellationToken);
            }
        }
        else if (waiting is [var only] && await documents.LoadAsync(only, cancellationToken) is { } stored)
        {
            var failed = await RecordAsync(stored.Place, batch, FailureStage.Extract, "worker_died",
                "the worker or its database session ended while it read this document", cancellationToken);
            progress?.Report(new ExtractedBatch(0, 0, 0, 0, 0, 0, [failed]));
        }
    }

    private async Task<DocumentExtraction?> ExtractAsync(
        StoredDocument stored, ExtractBatch batch, BatchOutcome outcome, CancellationToken cancellationToken)
    {
        try
        {
            // The engine cannot be asked to stop. Who waits for it can: a worker that ends leaves the thread behind, and the document to another.
            return await Task.Run(() => Extractor.Default.Extract(stored.Document), CancellationToken.None).WaitAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException && !cancellationToken.IsCancellationRequested)
        {
            // The engine promises never to throw. Where it does, one document is lost and not the night.
            outcome.Add(await RecordAsync(stored.Place, batch, FailureStage.Extract, "fault", $"{fault.GetType().Name}: {fault.Message}",
                cancellationToken));
            return null;
        }
    }

    private async Task SaveAsync(
        List<(StoredDocument Stored, ExtractionToSave ToSave)> read, ExtractBatch batch, BatchOutcome outcome, CancellationToken cancellationToken)
    {
        if (read.Count == 0)
        {
            return;
        }

        try
        {
            var saved = await extractions.SaveAsync([.. read.Select(one => one.ToSave)], Extractor.RulesVersion, batch.RunId, cancellationToken,
                Unsettled);
            foreach (var group in read.GroupBy(one => one.Stored.Place.Source, StringComparer.Ordinal))
            {
                // They are in, also if the end has been asked for meanwhile.
                await failures.ClearAsync(group.Key, [.. group.Select(one => one.Stored.Place.Path)], CancellationToken.None);
            }

            outcome.Add(saved, read.Sum(one => one.ToSave.Extraction.Speeches.Count));
        }
        catch (Exception fault) when (read.Count > 1 && IsOfDocument(fault))
        {
            // One of them cannot be stored: the others must not wait for it.
            foreach (var one in read)
            {
                await SaveAsync([one], batch, outcome, cancellationToken);
            }
        }
        catch (Exception fault) when (IsOfDocument(fault))
        {
            outcome.Add(await RecordAsync(read[0].Stored.Place, batch, FailureStage.Save, "refused", fault.Message, cancellationToken));
        }
    }

    /// <summary>What was saved is in and told; what follows from it waits for the next sweep.</summary>
    private void Unsettled(Exception fault) => JobLog.NotSettled(logger, fault.Message.ReplaceLineEndings(" "));

    /// <summary>
    /// Whether a document is at fault, and not the moment, the database, its catalogue or its schema (class 42: no such column, no right): then every
    /// document would fail, and the job is what failed.
    /// </summary>
    private static bool IsOfDocument(Exception fault)
    {
        if (fault is BadExtractionException) return true;
        if (fault is OperationCanceledException or SchemaVersionException or PostgresException { SqlState: ['4', '2', ..] }) return false;
        return !DatabaseFailure.IsUnavailable(fault) && !DatabaseFailure.IsTransient(fault);
    }

    private async Task<FailedDocument> RecordAsync(
        DocumentPlace place, ExtractBatch batch, FailureStage stage, string kind, string reason, CancellationToken cancellationToken)
    {
        var recorded = await failures.RecordAsync(new FailureToRecord(place, stage, kind, reason) { RunId = batch.RunId }, cancellationToken);
        Telemetry.Failures.Add(1, new KeyValuePair<string, object?>("stage", recorded.Stage));
        JobLog.DocumentFailed(logger, place.ToString(), recorded.Stage, reason, recorded.Attempts,
            recorded.NextAttemptAt?.ToString("u", System.Globalization.CultureInfo.InvariantCulture) ?? "never");
        return new FailedDocument(place.Path, recorded.Reason);
    }

    /// <summary>Gathers what the parts of a batch did.</summary>
    private sealed class BatchOutcome
    {
        private readonly List<FailedDocument> _failures = [];
        private int _documents, _speeches, _observations, _added, _closed, _refused;

        public void Add(FailedDocument failure) => _failures.Add(failure);

        public void Add(IReadOnlyList<SavedExtraction> saved, int speeches)
        {
            _documents += saved.Count;
            _speeches += speeches;
            _observations += saved.Sum(one => one.Observations);
            _added += saved.Sum(one => one.Added);
            _closed += saved.Sum(one => one.Closed);
            _refused += saved.Sum(one => one.Refused);
        }

        public ExtractedBatch Done() => new(_documents, _speeches, _observations, _added, _closed, _refused, _failures);
    }
}
