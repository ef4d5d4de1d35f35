using IndicatorPipeline.Extraction;
using IndicatorPipeline.Jobs.Extracting;
using IndicatorPipeline.Sources;
using IndicatorPipeline.Storage.Documents;
using IndicatorPipeline.Storage.Failures;
using IndicatorPipeline.Storage.Runs;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace IndicatorPipeline.Jobs.Scanning;

/// <summary>
/// Looks through sources for new, changed, moved and missing documents by the hash of their bytes, stores them, and hands out their extraction in
/// batches. The nightly scan and <c>indicators ingest</c> are both this.
/// </summary>
public sealed class ScanSources(
    NpgsqlDataSource database,
    DocumentStore documents,
    FailureStore failures,
    RunStore runs,
    RunEnds ends,
    IJobQueue queue,
    JobOptions options,
    ILogger<ScanSources> logger) : IJobBody
{
    /// <inheritdoc/>
    public string Name => JobNames.ScanSources;

    /// <inheritdoc/>
    public async Task RunAsync(string arguments, CancellationToken cancellationToken)
    {
        await ends.StoreKeptAsync(cancellationToken);
        // Of nightly scans one at a time runs: a run that is still open belongs to a worker that is gone, on whatever host.
        foreach (var open in (await runs.ListAsync(100, cancellationToken)).Where(run => run.Kind == "scan" && run.State == "running"))
        {
            await runs.AbandonAsync(open.RunId, cancellationToken);
        }

        await ScanAsync(new ScanRequest("scan", options.Sources, options.Indexes), progress: null, cancellationToken);
    }

    /// <summary>Scans; safe to repeat, and to run beside other scans.</summary>
    /// <param name="request">What to look through.</param>
    /// <param name="progress">Told of every document.</param>
    /// <param name="cancellationToken">Asks to stop; what is stored by then is handed out by the next sweep.</param>
    public async Task<ScanSummary> ScanAsync(ScanRequest request, IProgress<ScanStep>? progress, CancellationToken cancellationToken)
    {
        using var activity = Telemetry.Source.StartActivity("scan");
        var runId = await runs.StartAsync(request.Kind, WorkerName.Current, Extractor.RulesVersion, cancellationToken);
        try
        {
            var sources = request.Sources.Select(SourceRoot.Full).ToList();
            var state = await ScanState.BeginAsync(database, documents, failures,
                [.. sources, .. request.Indexes.Select(page => page.Address.AbsoluteUri)], runId, cancellationToken);
            var reader = new SourceReader(new ReadingOptions { Known = state.Known });
            await ReadAsync(reader.ReadAsync(sources, cancellationToken), state, progress, cancellationToken);
            foreach (var index in request.Indexes)
            {
                await ReadAsync(reader.ReadIndexAsync(index.Address, index.LinkPattern, cancellationToken), state, progress, cancellationToken);
            }

            await HandOutAsync(state, cancellationToken);
            await state.FlushSeenAsync(cancellationToken);
            var gone = await state.MarkGoneAsync(sources, cancellationToken);
            var summary = state.Summary(gone);
            await runs.AddAsync(runId, new RunCounts(summary.Seen, summary.New, summary.Changed + summary.Moved, summary.Unchanged, summary.Failed),
                cancellationToken);
            await runs.FinishAsync(runId, error: null, cancellationToken);
            JobLog.Scanned(logger, string.Join("; ", request.Sources), summary.New, summary.Changed, summary.Unchanged, summary.Moved,
                summary.Failed);
            return summary;
        }
        catch (Exception failure)
        {
            await ends.FailAsync(runId, failure);
            throw;
        }
    }

    private async Task ReadAsync(
        IAsyncEnumerable<ReadResult> results, ScanState state, IProgress<ScanStep>? progress, CancellationToken cancellationToken)
    {
        var found = new FoundBatch(options.BatchSize);
        await foreach (var result in results.WithCancellation(cancellationToken))
        {
            switch (result)
            {
                case ReadDocument read:
                    var document = Found(read, state.Roots.Of(read.Path).PlaceOf(read.Path));
                    if (!found.HasRoomFor(document))
                    {
                        await RegisterAsync(found, state, progress, cancellationToken);
                    }

                    found.Add(read.Path, document);
                    break;
                case ReadUnchanged same:
                    Tell(await state.SeeUnchangedAsync(same.Path, cancellationToken), state, progress);
                    break;
                case ReadFailure failure:
                    Tell(await RecordAsync(failure, state, cancellationToken), state, progress);
                    break;
                default:
                    throw new InvalidOperationException($"unknown result {result}");
            }
        }

        await RegisterAsync(found, state, progress, cancellationToken);
    }

    private async Task RegisterAsync(FoundBatch found, ScanState state, IProgress<ScanStep>? progress, CancellationToken cancellationToken)
    {
        var registered = await documents.RegisterAsync(found.Documents, SourceRoot.IsGone, cancellationToken);
        for (var i = 0; i < registered.Count; i++)
        {
            await state.ClearReadFailureAsync(found.Documents[i].Place, cancellationToken);
            if (registered[i].Kind != RegistrationKind.Unchanged)
            {
                state.Batch.Add(registered[i].DocumentId);
            }

            Tell(new ScanStep(found.Paths[i], Outcome(registered[i].Kind)), state, progress);
        }

        found.Clear();
        if (state.Batch.Count >= options.BatchSize)
        {
            await HandOutAsync(state, cancellationToken);
        }
    }

    private static void Tell(ScanStep step, ScanState state, IProgress<ScanStep>? progress)
    {
        state.Count(step.Outcome);
        Telemetry.DocumentsSeen.Add(1, new KeyValuePair<string, object?>("change", Word(step.Outcome)));
        progress?.Report(step);
    }

    private async Task<ScanStep> RecordAsync(ReadFailure failure, ScanState state, CancellationToken cancellationToken)
    {
        var place = state.Roots.Of(failure.Path).PlaceOf(failure.Path);
        var isUnfetched =
            failure.Kind is FailureKind.NotFound or FailureKind.AccessDenied or FailureKind.Unreachable or FailureKind.Refused;
        var stage = isUnfetched ? FailureStage.Fetch : FailureStage.Read;
        var recorded = await failures.RecordAsync(
            new FailureToRecord(place, stage, failure.Kind.Code(), failure.Reason) { Remedy = failure.Remedy, RunId = state.RunId },
            cancellationToken);
        Telemetry.Failures.Add(1, new KeyValuePair<string, object?>("stage", recorded.Stage));
        JobLog.DocumentFailed(logger, failure.Path, recorded.Stage, failure.Reason, recorded.Attempts,
            recorded.NextAttemptAt?.ToString("u", System.Globalization.CultureInfo.InvariantCulture) ?? "never");
        if (failure.Kind != FailureKind.NotFound)
        {
            state.See(place);
        }

        return new ScanStep(failure.Path, ScanOutcome.Failed, $"{failure.Reason}; {failure.Remedy}");
    }

    private async Task HandOutAsync(ScanState state, CancellationToken cancellationToken)
    {
        if (state.Batch.Count > 0)
        {
            await queue.EnqueueAsync(new ExtractBatch(state.RunId, [.. state.Batch.Distinct()]).ToRequest(), cancellationToken);
            state.Batch.Clear();
        }
    }

    private static FoundDocument Found(ReadDocument read, DocumentPlace place) => new()
    {
        Place = place,
        Uri = read.Retrieval?.Address.AbsoluteUri ?? read.Path,
        Document = read.Document,
        ContentHash = read.ContentHash,
        ReaderVersion = SourceReader.Version,
        MediaType = read.MediaType,
        Encoding = read.Encoding.Name,
        ByteLength = read.Size,
        RetrievedAt = read.Retrieval?.At ?? DateTimeOffset.UtcNow,
        ETag = read.Retrieval?.ETag,
        LastModified = read.Retrieval?.LastModified,
        PublishedOn = read.Publication?.Date,
        PublishedBy = read.Publication?.Author,
        PublishedSite = read.Publication?.Site,
        CanonicalUri = read.Publication?.CanonicalAddress,
        Apart = [.. read.Apart.Select(part => (part.Kind.ToString().ToLowerInvariant(), part.Text))],
        Warnings = read.Warnings,
    };

    private static ScanOutcome Outcome(RegistrationKind kind) => kind switch
    {
        RegistrationKind.New => ScanOutcome.New,
        RegistrationKind.Changed => ScanOutcome.Changed,
        RegistrationKind.Moved => ScanOutcome.Moved,
        _ => ScanOutcome.Unchanged,
    };

    private static string Word(ScanOutcome outcome) => outcome switch
    {
        ScanOutcome.New => "new",
        ScanOutcome.Changed => "changed",
        ScanOutcome.Unchanged => "unchanged",
        ScanOutcome.Moved => "moved",
        _ => "failed",
    };
}
