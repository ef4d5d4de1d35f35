using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace IndicatorPipeline.Api.Health;

/// <summary>Sends traces and metrics to a collector by OTLP, where the standard variables of OpenTelemetry name one (<c>OTEL_EXPORTER_OTLP_ENDPOINT</c> and its kin); else nothing is made.</summary>
internal static class TelemetryExport
{
    private static readonly string[] Endpoints = ["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"];

    public static void AddTelemetryExport(this WebApplicationBuilder builder)
    {
        if (!Array.Exists(Endpoints, name => !string.IsNullOrEmpty(builder.Configuration[name])))
        {
            return;
        }

        builder.Services.AddOpenTelemetry()
            // The variables come last and win: OTEL_SERVICE_NAME, OTEL_RESOURCE_ATTRIBUTES.
            .ConfigureResource(resource => resource.Clear().AddService("indicators-api", serviceInstanceId: $"{Environment.MachineName}:{Environment.ProcessId}").AddTelemetrySdk().AddEnvironmentVariableDetector())
            .WithTracing(traces => traces.AddAspNetCoreInstrumentation().AddSource("Npgsql").AddOtlpExporter())
            .WithMetrics(metrics => metrics.AddAspNetCoreInstrumentation().AddMeter("Npgsql", "System.Runtime").AddOtlpExporter());
    }
}
