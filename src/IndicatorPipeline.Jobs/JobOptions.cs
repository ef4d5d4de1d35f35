using IndicatorPipeline.Storage.Failures;
using Microsoft.Extensions.Configuration;

namespace IndicatorPipeline.Jobs;

/// <summary>
/// How the nightly work is done. Read from the section <c>Indicators</c> of the configuration (environment:
/// <c>Indicators__Cron</c> …) and checked at start.
/// </summary>
public sealed record JobOptions
{
    /// <summary>Folders, files, patterns and addresses that the nightly scan reads. Empty: it reads none.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Pages that list speeches: what they link to is read too.</summary>
    public IReadOnlyList<IndexPage> Indexes { get; init; } = [];

    /// <summary>When the sources are scanned; the default is every night at two.</summary>
    public CronSchedule Schedule { get; init; } = CronSchedule.Parse("0 2 * * *", "Asia/Shanghai");

    /// <summary>Documents that one extraction job reads and saves in one transaction, from 1 to 1000.</summary>
    public int BatchSize { get; init; } = 20;

    /// <summary>Jobs that one worker runs at the same time, from 1 to 64; the default is the number of processors.</summary>
    public int Threads { get; init; } = Math.Clamp(Environment.ProcessorCount, 1, 64);

    /// <summary>How often what waits is looked for: failures that are due, documents whose job was lost. At least a second.</summary>
    public TimeSpan SweepInterval { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>When a document that failed is tried again, and how often. The default is six attempts over about two days.</summary>
    public RetrySchedule Retry { get; init; } = RetrySchedule.Default;

    /// <summary>How long runs are kept in the list. At least a day.</summary>
    public TimeSpan KeepRuns { get; init; } = TimeSpan.FromDays(400);

    /// <summary>
    /// How often a worker says that it lives; one that has been silent for about three times as long is held dead, and its work is done by others.
    /// </summary>
    public TimeSpan CheckIn { get; init; } = TimeSpan.FromSeconds(7.5);

    /// <summary>Port on 127.0.0.1 that answers <c>/healthz</c> and <c>/readyz</c>, or null for none.</summary>
    public int? HealthPort { get; init; }

    /// <summary>Reads the section <c>Indicators</c>.</summary>
    /// <exception cref="BadConfigurationException">A value has no meaning, or there is no such setting; the message names it and what would have
    /// one.</exception>
    public static JobOptions Read(IConfiguration configuration)
    {
        var defaults = new JobOptions();
        var section = new ConfigurationValues(configuration.GetSection("Indicators"), "Indicators");
        var options = defaults with
        {
            Sources = section.List("Sources"),
            Indexes = [.. section.Sections("Indexes").Select(IndexPage.Read)],
            Schedule = CronSchedule.Parse(section.Text("Cron") ?? "0 2 * * *", section.Text("TimeZone") ?? "Asia/Shanghai"),
            BatchSize = section.Number("BatchSize", 1, 1000) ?? defaults.BatchSize,
            Threads = section.Number("Threads", 1, 64) ?? defaults.Threads,
            SweepInterval = section.Duration("SweepInterval", TimeSpan.FromSeconds(1)) ?? defaults.SweepInterval,
            Retry = RetrySchedule.Default with
            {
                FirstDelay = section.Duration("RetryDelay", TimeSpan.FromSeconds(1)) ?? RetrySchedule.Default.FirstDelay,
                MaxAttempts = section.Number("RetryAttempts", 1, 100) ?? RetrySchedule.Default.MaxAttempts,
            },
            KeepRuns = section.Duration("KeepRuns", TimeSpan.FromDays(1)) ?? defaults.KeepRuns,
            CheckIn = section.Duration("CheckIn", TimeSpan.FromSeconds(1)) ?? defaults.CheckIn,
            HealthPort = section.Number("HealthPort", 1, 65535),
        };
        // The API's, under the other job engine.
        section.RefuseOthers("DashboardPassword");
        return options;
    }
}
