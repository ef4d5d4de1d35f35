using Dapper;
using IndicatorPipeline.Jobs.Extracting;
using IndicatorPipeline.Jobs.Scanning;
using IndicatorPipeline.Storage.Runs;
using IndicatorPipeline.Storage.Settling;
using Npgsql;

namespace IndicatorPipeline.Jobs.Keeping;

/// <summary>
/// What processes left behind that ended within their work: runs without an end, documents that were stored and not handed out,
/// saves that were not settled.
/// </summary>
public sealed class LostWork(NpgsqlDataSource database, RunStore runs, SettlingStore settling, IJobQueue queue, JobOptions options)
{
    /// <summary>Ends the runs whose process was one of this host and is gone: it cannot end them itself.</summary>
    public async Task EndDeadRunsAsync(CancellationToken cancellationToken)
    {
        foreach (var run in await runs.ListAsync(100, cancellationToken))
        {
            if (run.State == "running" && WorkerName.IsDead(run.Worker))
            {
                await runs.AbandonAsync(run.RunId, cancellationToken);
            }
        }
    }

    /// <summary>
    /// Hands out documents that were stored by a process that ended before it could, or whose batch failed as a whole; returns how many.
    /// </summary>
    /// <param name="sources">Only those of the folders and sites in which these are; null for all.</param>
    /// <param name="cancellationToken">Asks to stop.</param>
    public async Task<int> HandOutAsync(IReadOnlyList<string>? sources, CancellationToken cancellationToken)
    {
        const string Sql = """
            select d.document_id
            from indicators.document d
            where d.document_id > @after and d.latest_version_id is not null and d.current_version_id is distinct from d.latest_version_id
              and (@roots::text[] is null or exists (select from unnest(@roots) as r (root) where starts_with(d.uri, r.root)))
              and not exists (select from indicators.failure f where f.source = d.source and f.path = d.path and f.cleared_at is null and f.stage in ('extract', 'save'))
            order by d.document_id
            limit @BatchSize
            """;
        var roots = sources?.Select(source => SourceRoot.Of(SourceRoot.Full(source)).Name).ToArray();
        var count = 0;
        var after = 0L;
        while (true)
        {
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            var command = new CommandDefinition(Sql, new { after, roots, options.BatchSize }, cancellationToken: cancellationToken);
            var lost = (await connection.QueryAsync<long>(command)).AsList();
            if (lost.Count == 0)
            {
                return count;
            }

            await queue.EnqueueAsync(new ExtractBatch(null, lost).ToRequest(), cancellationToken);
            count += lost.Count;
            after = lost[^1];
        }
    }

    /// <summary>Settles what was saved by a process that ended before it could.</summary>
    /// <exception cref="AggregateException">Documents that cannot be settled, behind all others.</exception>
    public Task SettleAsync(CancellationToken cancellationToken) => settling.SettleWaitingAsync(cancellationToken);
}
