namespace IndicatorPipeline.Jobs.Scheduling.Quartz;

/// <summary>
/// The requests that this worker carries out. When it is to end they are asked to stop before the engine is, because only an engine that runs can
/// store them anew.
/// </summary>
internal sealed class RunningRequests : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _none = new(TaskCreationOptions.RunContinuationsAsynchronously);
    // The worker itself is the one that is left when none runs.
    private int _count = 1;

    /// <summary>Asks to stop.</summary>
    public CancellationToken Stopping => _stop.Token;

    public void Begin() => Interlocked.Increment(ref _count);

    public void End()
    {
        if (Interlocked.Decrement(ref _count) == 0)
        {
            _none.TrySetResult();
        }
    }

    /// <summary>Returns when all have stopped.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        End();
        await _none.Task;
    }

    public void Dispose() => _stop.Dispose();
}
