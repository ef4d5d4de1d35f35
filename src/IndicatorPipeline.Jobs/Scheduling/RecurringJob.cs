namespace IndicatorPipeline.Jobs.Scheduling;

/// <summary>A request that comes again and again, once for all workers together.</summary>
public abstract record RecurringJob
{
    private RecurringJob(JobRequest request) => Request = request;

    /// <summary>What is to be done; two of one name never run at the same time.</summary>
    public JobRequest Request { get; }

    /// <summary>At points in time; all that were missed are made good by one.</summary>
    public sealed record ByClock(JobRequest Request, CronSchedule Schedule) : RecurringJob(Request);

    /// <summary>At an interval, and once when the first worker starts.</summary>
    public sealed record Every(JobRequest Request, TimeSpan Interval) : RecurringJob(Request);

    /// <summary>All that the pipeline does by itself.</summary>
    public static IReadOnlyList<RecurringJob> All(JobOptions options) =>
    [
        new ByClock(new JobRequest(JobNames.ScanSources), options.Schedule),
        new Every(new JobRequest(JobNames.RetryFailures), options.SweepInterval),
        new Every(new JobRequest(JobNames.RemoveOldRuns), TimeSpan.FromDays(1)),
    ];
}
