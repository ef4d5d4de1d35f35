using System.Globalization;
using Hangfire.Server;
using Hangfire.Storage;

namespace IndicatorPipeline.Jobs.Scheduling.Hangfire;

/// <summary>
/// Hands in what recurs at an interval: a cron expression, which is all that the engine knows, cannot say every one. Runs beside the engine's own
/// processes in each worker.
/// </summary>
internal sealed class HangfireIntervals(IReadOnlyList<RecurringJob.Every> jobs, HangfireQueue queue) : IBackgroundProcess
{
    private const string LastField = "Last";

    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LockTimeout = TimeSpan.FromSeconds(15);

    /// <inheritdoc/>
    /// <remarks>The engine calls it again and again, after a failure at growing intervals.</remarks>
    public void Execute(BackgroundProcessContext context)
    {
        using (var connection = context.Storage.GetConnection())
        {
            foreach (var job in jobs.Where(job => Next(connection, job) <= DateTimeOffset.UtcNow))
            {
                context.StoppingToken.ThrowIfCancellationRequested();
                HandIn(connection, job);
            }
        }

        context.Wait(Tick);
    }

    /// <summary>When it is handed in next; the first time at once.</summary>
    public static DateTimeOffset Next(IStorageConnection connection, RecurringJob.Every job) =>
        connection.GetAllEntriesFromHash(Key(job)) is { } stored && stored.TryGetValue(LastField, out var last)
            ? DateTimeOffset.Parse(last, CultureInfo.InvariantCulture) + job.Interval
            : DateTimeOffset.UnixEpoch;

    private void HandIn(IStorageConnection connection, RecurringJob.Every job)
    {
        using var locked = connection.AcquireDistributedLock(Key(job), LockTimeout);
        if (Next(connection, job) > DateTimeOffset.UtcNow)
        {
            // Another worker was faster.
            return;
        }

        // One that still waits or runs does the work of this one too.
        if (!queue.HasPending(job.Request.Name))
        {
            queue.EnqueueExclusive(job.Request);
        }

        connection.SetRangeInHash(Key(job), [new(LastField, DateTimeOffset.UtcNow.ToString("O", CultureInfo.InvariantCulture))]);
    }

    private static string Key(RecurringJob.Every job) => $"indicators:every:{job.Request.Name}";
}
