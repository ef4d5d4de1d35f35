using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace IndicatorPipeline.Jobs;

/// <summary>
/// Traces and metrics under the name <c>IndicatorPipeline</c>, for any collector that listens to
/// <see cref="System.Diagnostics"/> (OpenTelemetry does).
/// </summary>
public static class Telemetry
{
    /// <summary>Name of the activity source and of the meter.</summary>
    public const string Name = "IndicatorPipeline";

    private static readonly Meter Meter = new(Name);

    internal static ActivitySource Source { get; } = new(Name);

    /// <summary>Duration of jobs in seconds, by <c>job</c> and <c>outcome</c> (done, failed, stopped).</summary>
    internal static Histogram<double> JobSeconds { get; } = Meter.CreateHistogram<double>("indicators.job.duration", "s", "Duration of jobs");

    /// <summary>Documents found in sources, by <c>change</c> (new, changed, unchanged, moved, failed).</summary>
    internal static Counter<long> DocumentsSeen { get; } =
        Meter.CreateCounter<long>("indicators.documents.seen", "{document}", "Documents found in sources");

    /// <summary>Documents extracted and saved.</summary>
    internal static Counter<long> DocumentsSaved { get; } =
        Meter.CreateCounter<long>("indicators.documents.saved", "{document}", "Documents extracted and saved");

    /// <summary>Observations saved, unchanged ones included.</summary>
    internal static Counter<long> ObservationsSaved { get; } =
        Meter.CreateCounter<long>("indicators.observations.saved", "{observation}", "Observations saved");

    /// <summary>Failures recorded, by <c>stage</c>.</summary>
    internal static Counter<long> Failures { get; } =
        Meter.CreateCounter<long>("indicators.failures", "{failure}", "Documents that could not be read or saved");
}
