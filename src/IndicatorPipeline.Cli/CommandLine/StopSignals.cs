using System.Runtime.InteropServices;

namespace IndicatorPipeline.Cli.CommandLine;

/// <summary>
/// Turns the first Ctrl-C, termination or hang-up into a cancellation, so that work under way is left whole; a second one ends the process at once.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _registrations;

    public StopSignals()
    {
        _registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal),
            PosixSignalRegistration.Create(PosixSignal.SIGHUP, OnSignal),
        ];
    }

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }

        _source.Dispose();
    }

    private void OnSignal(PosixSignalContext context)
    {
        if (_source.IsCancellationRequested)
        {
            return;
        }

        context.Cancel = true;
        _ = CancelAsync();
    }

    /// <summary>
    /// Cancels on a thread of the pool: whoever waits for the token goes on there, and what a listener throws is told instead of ending the process
    /// from the signal's own thread.
    /// </summary>
    private async Task CancelAsync()
    {
        try
        {
            await _source.CancelAsync();
        }
        catch (AggregateException failure)
        {
            await Console.Error.WriteLineAsync($"error: while stopping: {string.Join("; ", failure.InnerExceptions.Select(inner => $"{inner.GetType().Name}: {inner.Message}"))}");
        }
    }
}
