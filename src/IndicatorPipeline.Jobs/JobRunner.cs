using System.Diagnostics;
using IndicatorPipeline.Storage;
using Microsoft.Extensions.Logging;

namespace IndicatorPipeline.Jobs;

/// <summary>
/// Carries out requests: finds the body, waits for a dead database, begins lost transactions again, and tells logs, traces and metrics.
/// </summary>
public sealed class JobRunner(IEnumerable<IJobBody> bodies, DatabaseGate gate, ILogger<JobRunner> logger)
{
    private const int TransientAttempts = 5;

    /// <summary>
    /// So many broken sessions in a row are no chance: the request is held to be what breaks them, and its body is told so as of a dead process.
    /// </summary>
    private const int BrokenSessions = 3;

    private readonly Dictionary<string, IJobBody> _bodies = bodies.ToDictionary(body => body.Name, StringComparer.Ordinal);

    /// <summary>Carries out one request to its end.</summary>
    /// <param name="request">What to do.</param>
    /// <param name="cancellationToken">Asks to stop.</param>
    /// <param name="recovering">Whether a process that ended within it began it before.</param>
    /// <exception cref="InvalidOperationException">No body has this name: the request was stored by another version of the program.</exception>
    public async Task RunAsync(JobRequest request, CancellationToken cancellationToken, bool recovering = false)
    {
        if (!_bodies.TryGetValue(request.Name, out var body))
        {
            throw new InvalidOperationException($"there is no job '{request.Name}'; it was stored by another version of the program");
        }

        using var activity = Telemetry.Source.StartActivity($"job {request.Name}");
        if (recovering)
        {
            JobLog.Recovering(logger, request.Name);
        }

        var started = Stopwatch.GetTimestamp();
        var (attempt, outages, broken) = (1, 0, 0);
        while (true)
        {
            try
            {
                await (recovering ? body.RecoverAsync(request.Arguments, cancellationToken) : body.RunAsync(request.Arguments, cancellationToken));
                Finish(request, started, "done");
                return;
            }
            catch (Exception failure) when (DatabaseFailure.IsUnavailable(failure) && !cancellationToken.IsCancellationRequested)
            {
                JobLog.WaitingForDatabase(logger, request.Name, DatabaseFailure.Explain(failure) ?? failure.Message);
                await gate.WaitAsync(outages++, cancellationToken);
                broken += DatabaseFailure.IsExhausted(failure) ? 0 : 1;
                recovering |= broken >= BrokenSessions;
            }
            catch (Exception failure) when (DatabaseFailure.IsTransient(failure) && attempt < TransientAttempts)
            {
                JobLog.LostTransaction(logger, request.Name, attempt);
                await Task.Delay(TimeSpan.FromMilliseconds(50 * attempt++), cancellationToken);
            }
            catch (Exception failure)
            {
                activity?.SetStatus(ActivityStatusCode.Error, failure.Message);
                Finish(request, started, failure is OperationCanceledException ? "stopped" : "failed");
                throw;
            }
        }
    }

    private void Finish(JobRequest request, long started, string outcome)
    {
        var elapsed = Stopwatch.GetElapsedTime(started);
        Telemetry.JobSeconds.Record(elapsed.TotalSeconds, new("job", request.Name), new("outcome", outcome));
        JobLog.JobEnded(logger, request.Name, outcome, (long)elapsed.TotalMilliseconds);
    }
}
