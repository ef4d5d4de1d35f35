using IndicatorPipeline.Storage;
using Npgsql;

namespace IndicatorPipeline.Jobs;

/// <summary>Tells whether the database answers, and waits until it does.</summary>
public sealed class DatabaseGate(NpgsqlDataSource database)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
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
    /// <param name="outages">How often the caller has waited before without getting further: a database that answers but has no room is not to be
    /// asked at once again.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task WaitAsync(int outages, CancellationToken cancellationToken)
    {
        var pause = FirstPause * Math.Pow(2, Math.Min(outages, 6));
        do
        {
            pause = pause < LongestPause ? pause : LongestPause;
            // Not all workers at the same moment, when a server with many of them comes back.
            await Task.Delay(pause * (0.75 + Random.Shared.NextDouble() / 2), cancellationToken);
            pause *= 2;
        }
        while (!await IsOpenAsync(cancellationToken));
    }
}
