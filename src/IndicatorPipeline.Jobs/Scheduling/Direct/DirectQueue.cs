using System.Collections.Concurrent;

namespace IndicatorPipeline.Jobs.Scheduling.Direct;

/// <summary>A queue without an engine: requests are carried out in this process, some at a time, as soon as they are handed in.</summary>
public sealed class DirectQueue(int atOnce) : IJobQueue, IDisposable
{
    private readonly SemaphoreSlim _free = new(atOnce);
    private readonly ConcurrentDictionary<Task, string> _running = new();
    private readonly AsyncLocal<bool> _isWithin = new();

    /// <summary>What carries out the requests; set once, before the first.</summary>
    public JobRunner? Runner { get; set; }

    /// <inheritdoc/>
    /// <remarks>Waits while all hands are busy, so that a reader cannot run away from the extraction.</remarks>
    public async Task EnqueueAsync(JobRequest request, CancellationToken cancellationToken)
    {
        var runner = Runner ?? throw new InvalidOperationException("the queue has no runner yet");
        if (_isWithin.Value)
        {
            // A request that hands in others would wait for the hand that carries itself out.
            await runner.RunAsync(request, cancellationToken);
            return;
        }

        await _free.WaitAsync(cancellationToken);
        var running = Task.Run(
            async () =>
            {
                _isWithin.Value = true;
                try
                {
                    await runner.RunAsync(request, cancellationToken);
                }
                finally
                {
                    _free.Release();
                }
            },
            CancellationToken.None);
        _running[running] = request.Name;
        if (_running.Count > 4 * atOnce)
        {
            await ForgetDoneAsync();
        }
    }

    /// <inheritdoc/>
    public Task<bool> HasPendingAsync(string name, CancellationToken cancellationToken) =>
        Task.FromResult(_running.Any(running => running.Value == name && !running.Key.IsCompleted));

    /// <summary>Returns when all that was handed in is done.</summary>
    /// <exception cref="Exception">What the first request that failed as a whole threw.</exception>
    public async Task DrainAsync()
    {
        await Task.WhenAll(_running.Keys);
        _running.Clear();
    }

    /// <inheritdoc/>
    public void Dispose() => _free.Dispose();

    private async Task ForgetDoneAsync()
    {
        foreach (var done in _running.Keys.Where(task => task.IsCompleted))
        {
            // Throws what it threw: a request that failed ends the run it belongs to.
            await done;
            _running.TryRemove(done, out _);
        }
    }
}
