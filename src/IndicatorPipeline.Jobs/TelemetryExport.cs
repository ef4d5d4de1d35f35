using IndicatorPipeline.Extraction;
using IndicatorPipeline.Storage;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace IndicatorPipeline.Jobs;

/// <summary>Sends traces and metrics where a collector is named (<see cref="TelemetryCollector"/>); else nothing is made.</summary>
internal sealed class TelemetryExport : IDisposable
{
    private readonly TracerProvider _traces;
    private readonly MeterProvider _metrics;

    private TelemetryExport()
    {
        // The variables come last and win: OTEL_SERVICE_NAME, OTEL_RESOURCE_ATTRIBUTES.
        var resource = ResourceBuilder.CreateEmpty()
            .AddService("indicators-worker", serviceVersion: $"rules {Extractor.RulesVersion}", serviceInstanceId: WorkerName.Current)
            .AddTelemetrySdk()
            .AddEnvironmentVariableDetector();
        _traces = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(resource)
            .AddSource(Telemetry.Name, "Npgsql")
            .AddOtlpExporter()
            .Build();
        _metrics = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource)
            .AddMeter(Telemetry.Name, "Npgsql", "System.Runtime")
            .AddOtlpExporter()
            .Build();
    }

    /// <summary>Begins to send, or null where no collector is named.</summary>
    public static TelemetryExport? Start() =>
        TelemetryCollector.IsNamed(Environment.GetEnvironmentVariable) ? new TelemetryExport() : null;

    /// <summary>Sends what is left.</summary>
    public void Dispose()
    {
        _traces.Dispose();
        _metrics.Dispose();
    }
}
