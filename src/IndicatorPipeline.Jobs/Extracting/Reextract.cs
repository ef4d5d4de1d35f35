using IndicatorPipeline.Extraction;
using IndicatorPipeline.Storage.Documents;
using IndicatorPipeline.Storage.Runs;

namespace IndicatorPipeline.Jobs.Extracting;

/// <summary>Hands out all documents that older rules or the other number reader have read, in batches, beside the normal work.</summary>
public sealed class Reextract(DocumentStore documents, RunStore runs, IJobQueue queue, JobOptions options) : IJobBody
{
    /// <inheritdoc/>
    public string Name => JobNames.Reextract;

    /// <inheritdoc/>
    public Task RunAsync(string arguments, CancellationToken cancellationToken) => HandOutAsync(cancellationToken);

    /// <summary>Hands out and returns how many documents.</summary>
    public async Task<int> HandOutAsync(CancellationToken cancellationToken)
    {
        var runId = await runs.StartAsync("reextract", WorkerName.Current, Extractor.RulesVersion, cancellationToken);
        var count = 0;
        var after = 0L;
        while (await documents.ListWaitingAsync(Extractor.RulesVersion, after, options.BatchSize, cancellationToken) is { Count: > 0 } waiting)
        {
            await queue.EnqueueAsync(new ExtractBatch(runId, waiting).ToRequest(), cancellationToken);
            count += waiting.Count;
            after = waiting[^1];
        }

        await runs.AddAsync(runId, new RunCounts(Seen: count), cancellationToken);
        await runs.FinishAsync(runId, error: null, cancellationToken);
        return count;
    }
}
