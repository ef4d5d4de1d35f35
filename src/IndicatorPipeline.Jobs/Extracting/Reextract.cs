using IndicatorPipeline.Extraction;
using IndicatorPipeline.Storage.Documents;
using IndicatorPipeline.Storage.Runs;

namespace IndicatorPipeline.Jobs.Extracting;

/// <summary>Hands out all documents that older rules or the other number reader have read, in batches, beside the normal work.</summary>
public sealed class Reextract(DocumentStore documents, RunStore runs, RunEnds ends, IJobQueue queue, JobOptions options) : IJobBody
{
    /// <inheritdoc/>
    public string Name => JobNames.Reextract;

    /// <inheritdoc/>
    public async Task RunAsync(string arguments, CancellationToken cancellationToken)
    {
        await ends.StoreKeptAsync(cancellationToken);
        await HandOutAsync(cancellationToken);
    }

    /// <summary>Hands out and returns how many documents.</summary>
    public async Task<int> HandOutAsync(CancellationToken cancellationToken)
    {
        var runId = await runs.StartAsync("reextract", WorkerName.Current, Extractor.RulesVersion, cancellationToken);
        try
        {
            var count = await HandOutAsync(runId, cancellationToken);
            await runs.AddAsync(runId, new RunCounts(Seen: count), cancellationToken);
            await runs.FinishAsync(runId, error: null, cancellationToken);
            return count;
        }
        catch (Exception failure)
        {
            await ends.FailAsync(runId, failure);
            throw;
        }
    }

    private async Task<int> HandOutAsync(long runId, CancellationToken cancellationToken)
    {
        var count = 0;
        var after = 0L;
        while (await documents.ListWaitingAsync(Extractor.RulesVersion, after, options.BatchSize, cancellationToken) is { Count: > 0 } waiting)
        {
            await queue.EnqueueAsync(new ExtractBatch(runId, waiting).ToRequest(), cancellationToken);
            count += waiting.Count;
            after = waiting[^1];
        }

        return count;
    }
}
