using Microsoft.Extensions.Logging;

namespace IndicatorPipeline.Jobs;

/// <summary>All that this project logs.</summary>
internal static partial class JobLog
{
    [LoggerMessage(1, LogLevel.Information, "{Job} {Outcome} after {Milliseconds} ms")]
    public static partial void JobEnded(ILogger logger, string job, string outcome, long milliseconds);

    [LoggerMessage(2, LogLevel.Warning, "{Job} waits for the database: {Reason}")]
    public static partial void WaitingForDatabase(ILogger logger, string job, string reason);

    [LoggerMessage(3, LogLevel.Information, "{Job} lost against another transaction (attempt {Attempt}) and begins again")]
    public static partial void LostTransaction(ILogger logger, string job, int attempt);

    [LoggerMessage(4, LogLevel.Information, "Scanned {Source}: {New} new, {Changed} changed, {Unchanged} unchanged, {Moved} moved, {Failed} failed")]
    public static partial void Scanned(ILogger logger, string source, int @new, int changed, int unchanged, int moved, int failed);

    [LoggerMessage(5, LogLevel.Warning, "{Path} failed while it was to {Stage}: {Reason} (attempt {Attempts}, next {NextAttempt})")]
    public static partial void DocumentFailed(ILogger logger, string path, string stage, string reason, int attempts, string nextAttempt);

    [LoggerMessage(6, LogLevel.Information, "Saved {Documents} documents with {Observations} observations, {Added} of them new, {Closed} replaced")]
    public static partial void Saved(ILogger logger, int documents, int observations, int added, int closed);

    [LoggerMessage(7, LogLevel.Information, "Worker {Worker} works: {Schedule}, sources: {Sources}, jobs at a time: {Threads}")]
    public static partial void WorkerStarted(ILogger logger, string worker, string schedule, int sources, int threads);

    [LoggerMessage(8, LogLevel.Information, "Worker {Worker} stopped")]
    public static partial void WorkerStopped(ILogger logger, string worker);

    [LoggerMessage(9, LogLevel.Error, "{Job} failed: {Reason}")]
    public static partial void JobFailed(ILogger logger, Exception exception, string job, string reason);

    [LoggerMessage(10, LogLevel.Information, "The next scan is at {NextScan}")]
    public static partial void NextScan(ILogger logger, string nextScan);

    [LoggerMessage(11, LogLevel.Information, "{Count} documents wait; they are handed out again")]
    public static partial void HandedOutAgain(ILogger logger, int count);

    [LoggerMessage(12, LogLevel.Information, "{Runs} runs older than {Days} days were removed")]
    public static partial void RemovedRuns(ILogger logger, int runs, int days);

    [LoggerMessage(13, LogLevel.Warning, "The end of run {Run} could not be stored ({Reason}); it is when the job begins again")]
    public static partial void RunNotEnded(ILogger logger, long run, string reason);

    [LoggerMessage(14, LogLevel.Warning, "{Job} is taken over from a worker that ended within it")]
    public static partial void Recovering(ILogger logger, string job);

    [LoggerMessage(15, LogLevel.Warning, "Copies and outcomes of what was saved are not settled ({Reason}); the next sweep does it")]
    public static partial void NotSettled(ILogger logger, string reason);

    [LoggerMessage(16, LogLevel.Warning, "No sources are given (Indicators__Sources): the scan will read nothing")]
    public static partial void NoSources(ILogger logger);
}
