using IndicatorPipeline.Storage;
using Npgsql;

namespace IndicatorPipeline.Jobs;

/// <summary>
/// The database's clock, which all workers have in common. By it they tell who lives and what is due: a host whose own clock is wrong, or jumps,
/// neither takes the others for dead nor stays alive for them when it is dead.
/// </summary>
/// <remarks>Between two looks at the database it goes on with the processor's count of time, which no setting of the clock moves.</remarks>
internal sealed class DatabaseClock(NpgsqlDataSource database) : TimeProvider, IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private Reading? _reading;
    private Task _looking = Task.CompletedTask;

    /// <summary>Looks at the database now and at every <paramref name="interval"/> from here on.</summary>
    public async Task StartAsync(TimeSpan interval, CancellationToken cancellationToken)
    {
        await LookAsync(cancellationToken);
        if (_looking.IsCompleted)
        {
            _looking = LookAgainAsync(interval);
        }
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() =>
        Volatile.Read(ref _reading) is { } reading ? reading.Time + GetElapsedTime(reading.Timestamp) : System.GetUtcNow();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _looking;
        _stop.Dispose();
    }

    private async Task LookAgainAsync(TimeSpan interval)
    {
        using var timer = new PeriodicTimer(interval);
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token))
            {
                try
                {
                    await LookAsync(_stop.Token);
                }
                catch (NpgsqlException failure) when (DatabaseFailure.IsUnavailable(failure))
                {
                    // What was read last goes on; whoever needs the database says that it is missing.
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The way it ends.
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var command = new NpgsqlCommand("select clock_timestamp()", connection);
        var asked = GetTimestamp();
        var time = new DateTimeOffset((DateTime)(await command.ExecuteScalarAsync(cancellationToken))!, TimeSpan.Zero);
        // It was read somewhere between question and answer.
        Volatile.Write(ref _reading, new Reading(time, asked + ((GetTimestamp() - asked) / 2)));
    }

    private sealed record Reading(DateTimeOffset Time, long Timestamp);
}
