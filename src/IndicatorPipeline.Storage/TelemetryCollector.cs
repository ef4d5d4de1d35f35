namespace IndicatorPipeline.Storage;

/// <summary>
/// Where worker and API send traces and metrics by OTLP: to whichever collector the standard variables of OpenTelemetry name, else nowhere.
/// </summary>
public static class TelemetryCollector
{
    private static readonly string[] Endpoints =
        ["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"];

    /// <summary>Whether one of the variables names a collector.</summary>
    /// <param name="setting">The value of a variable, or null.</param>
    public static bool IsNamed(Func<string, string?> setting) => Array.Exists(Endpoints, name => !string.IsNullOrEmpty(setting(name)));
}
