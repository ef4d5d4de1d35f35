using IndicatorPipeline.Storage;
using Npgsql;

namespace IndicatorPipeline.Jobs;

/// <summary>Tells whether the database answers, and waits until it does.</summary>
public sealed class DatabaseGate(NpgsqlDataSource database)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    /// <summary>Whether the database answers a question now.</summary>
    public async Task<bool> IsOpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var command = database.CreateCommand("select 1");
            await command.ExecuteScalarAsync(cancellationToken);
            return true;
        }
        catch (NpgsqlException failure) when (DatabaseFailure.IsUnavailable(failure))
        {
            return false;
        }
    }

    /// <summary>Returns when the database answers; asks at growing intervals, a quarter of a minute at most.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        var pause = TimeSpan.FromMilliseconds(250);
        do
        {
            // Not all workers at the same moment, when a server with many of them comes back.
            await Task.Delay(pause * (0.75 + Random.Shared.NextDouble() / 2), cancellationToken);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
        while (!await IsOpenAsync(cancellationToken));
    }
}
