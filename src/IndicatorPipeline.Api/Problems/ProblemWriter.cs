using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace IndicatorPipeline.Api.Problems;

/// <summary>
/// Writes a problem as <c>application/problem+json</c>, whatever the client accepts: an error in a format that was asked for is no help.
/// </summary>
internal static class ProblemWriter
{
    /// <summary>Chinese is written as it is, not as escapes; the response is JSON and never HTML.</summary>
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task WriteAsync(HttpContext context, Problem problem)
    {
        var response = context.Response;
        response.StatusCode = problem.Status;
        response.ContentType = "application/problem+json";
        response.Headers.CacheControl = "no-store";
        response.Headers.ETag = default;
        if (problem.RetryAfter is { } seconds)
        {
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        await response.Body.WriteAsync(Of(problem, context.Request.Path.ToUriComponent()), context.RequestAborted);
    }

    /// <summary>The problem as JSON.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="instance">The path it is about.</param>
    public static byte[] Of(Problem problem, string instance)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            Write(json, problem, instance);
        }

        return buffer.ToArray();
    }

    private static void Write(Utf8JsonWriter json, Problem problem, string instance)
    {
        json.WriteStartObject();
        json.WriteString("type", problem.Type);
        json.WriteString("title", problem.Title);
        json.WriteNumber("status", problem.Status);
        json.WriteString("detail", problem.Detail);
        json.WriteString("instance", instance);
        if (problem.Errors.Count > 0)
        {
            json.WriteStartArray("errors");
            foreach (var error in problem.Errors)
            {
                json.WriteStartObject();
                json.WriteString("parameter", error.Parameter);
                json.WriteString("value", error.Value);
                json.WriteString("message", error.Message);
                if (error.Allowed is { } allowed)
                {
                    json.WriteStartArray("allowed");
                    foreach (var value in allowed)
                    {
                        json.WriteStringValue(value);
                    }

                    json.WriteEndArray();
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
