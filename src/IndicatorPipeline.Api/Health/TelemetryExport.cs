using IndicatorPipeline.Storage;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace IndicatorPipeline.Api.Health;

/// <summary>Sends traces and metrics where a collector is named (<see cref="TelemetryCollector"/>); else nothing is made.</summary>
internal static class TelemetryExport
{
    public static void AddTelemetryExport(this WebApplicationBuilder builder)
    {
        if (!TelemetryCollector.IsNamed(name => builder.Configuration[name]))
        {
            return;
        }

        builder.Services.AddOpenTelemetry()
            // The variables come last and win: OTEL_SERVICE_NAME, OTEL_RESOURCE_ATTRIBUTES.
            .ConfigureResource(resource => resource.Clear()
                .AddService("indicators-api", serviceInstanceId: $"{Environment.MachineName}:{Environment.ProcessId}")
                .AddTelemetrySdk()
                .AddEnvironmentVariableDetector())
            .WithTracing(traces => traces.AddAspNetCoreInstrumentation().AddSource("Npgsql").AddOtlpExporter())
            .WithMetrics(metrics => metrics.AddAspNetCoreInstrumentation().AddMeter("Npgsql", "System.Runtime").AddOtlpExporter());
    }
}
