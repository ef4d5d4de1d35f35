using System.Text.Json;
using IndicatorPipeline.Sources.Documents;

namespace IndicatorPipeline.Sources.Dumps;

/// <summary>Reads a JSON object as a row: its properties are the columns.</summary>
internal static class JsonRow
{
    public static Row? Parse(string json, out Problem? problem)
    {
        problem = null;
        try
        {
            using var parsed = JsonDocument.Parse(json);
            if (parsed.RootElement.ValueKind != JsonValueKind.Object)
            {
                problem = Problems.BadRow($"no JSON object but {parsed.RootElement.ValueKind.ToString().ToLowerInvariant()}");
                return null;
            }

            var columns = new List<string>();
            var values = new List<string?>();
            foreach (var property in parsed.RootElement.EnumerateObject())
            {
                columns.Add(property.Name);
                values.Add(Value(property.Value));
            }

            return new Row(columns, values, []);
        }
        catch (Exception bad) when (bad is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: an escape of half a surrogate pair, found only when the string is taken.
            problem = Problems.BadRow($"no valid JSON: {Problems.FirstSentence(bad.Message)}");
            return null;
        }
    }

    private static string? Value(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.GetRawText(),
        // Some crawls keep an article as the list of its paragraphs.
        JsonValueKind.Array when element.GetArrayLength() > 0 && element.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) =>
            string.Join('\n', element.EnumerateArray().Select(item => item.GetString())),
        _ => null,
    };
}
