using IndicatorPipeline.Storage.Copies;
using Npgsql;

namespace IndicatorPipeline.Storage.Settling;

/// <summary>
/// What follows from saves: which speeches are copies, and targets against outcomes. A save notes its documents in <c>indicators.unsettled</c>;
/// settling takes them from there and writes what follows in one transaction. So it happens once, may be begun again at any time by anyone, and comes
/// to the same in whatever order.
/// </summary>
public sealed class SettlingStore(NpgsqlDataSource database)
{
    private const int AtOnce = 50;

    /// <summary>Settles those of these documents that wait for it and that nobody else settles now; returns how many.</summary>
    public async Task<int> SettleAsync(IReadOnlyCollection<long> documentIds, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using (var prints = await connection.BeginTransactionAsync(cancellation))
        {
            await CopyFinder.PrintAsync(connection, documentIds, cancellation);
            await prints.CommitAsync(cancellation);
        }

        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var settled = await new SettleRun(connection, cancellation).RunAsync([.. documentIds]);
        await transaction.CommitAsync(cancellation);
        return settled;
    }

    /// <summary>Settles all that waits: saves whose process ended before it could. Returns how many documents.</summary>
    /// <exception cref="AggregateException">Documents that cannot be settled, behind all others.</exception>
    public async Task<int> SettleWaitingAsync(CancellationToken cancellation)
    {
        var settled = 0;
        var faults = new List<Exception>();
        var after = 0L;
        while (await ListAsync(after, cancellation) is { Count: > 0 } waiting)
        {
            try
            {
                settled += await SettleAsync(waiting, cancellation);
            }
            catch (PostgresException fault) when (!DatabaseFailure.IsUnavailable(fault))
            {
                // One that cannot be settled must not keep the others waiting.
                settled += await SettleOneByOneAsync(waiting, faults, cancellation);
            }

            after = waiting[^1];
        }

        return faults.Count == 0 ? settled : throw new AggregateException($"{faults.Count} documents cannot be settled: {faults[0].Message}", faults);
    }

    private async Task<int> SettleOneByOneAsync(IReadOnlyList<long> waiting, List<Exception> faults, CancellationToken cancellation)
    {
        var settled = 0;
        foreach (var id in waiting)
        {
            try
            {
                settled += await SettleAsync([id], cancellation);
            }
            catch (PostgresException fault) when (!DatabaseFailure.IsUnavailable(fault))
            {
                faults.Add(fault);
            }
        }

        return settled;
    }

    private async Task<IReadOnlyList<long>> ListAsync(long after, CancellationToken cancellation)
    {
        await using var command =
            database.CreateCommand("select document_id from indicators.unsettled where document_id > $1 order by document_id limit $2");
        command.Parameters.Add(new() { Value = after });
        command.Parameters.Add(new() { Value = AtOnce });
        var waiting = new List<long>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            waiting.Add(reader.GetInt64(0));
        return waiting;
    }
}
