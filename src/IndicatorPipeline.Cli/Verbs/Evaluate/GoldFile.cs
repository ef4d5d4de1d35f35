using System.Text.Json;
using IndicatorPipeline.Cli.CommandLine;

namespace IndicatorPipeline.Cli.Verbs.Evaluate;

/// <summary>Annotated observations as lines of JSON, in the names of the observation JSON.</summary>
internal static class GoldFile
{
    /// <exception cref="CommandFailedException">A line is no observation.</exception>
    public static IReadOnlyList<ScoredObservation> Read(string path)
    {
        var observations = new List<ScoredObservation>();
        foreach (var (number, line) in File.ReadLines(path).Index())
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            try
            {
                using var json = JsonDocument.Parse(line);
                observations.Add(From(json.RootElement));
            }
            catch (Exception broken) when (broken is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
            {
                throw new CommandFailedException($"line {number + 1} of {path} is no annotated observation: {broken.Message.TrimEnd('.')}");
            }
        }

        return observations;
    }

    private static ScoredObservation From(JsonElement json) => new()
    {
        Document = json.GetProperty("document").GetString() ?? throw new FormatException("document is null"),
        Start = json.GetProperty("start").GetInt32(),
        End = json.GetProperty("end").GetInt32(),
        ValueText = Text(json, "value_text"),
        IndicatorText = Text(json, "indicator_text"),
        Indicator = Text(json, "indicator"),
        Measure = Text(json, "measure"),
        Low = Number(json, "low"),
        High = Number(json, "high"),
        Bound = Text(json, "bound"),
        Unit = Text(json, "unit"),
        Status = Text(json, "status"),
        PeriodStart = Year(json, "period_start"),
        PeriodEnd = Year(json, "period_end"),
        Scope = Text(json, "scope"),
    };

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static decimal? Number(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.GetDecimal() : null;

    private static int? Year(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.GetInt32() : null;
}
