using System.Text.Json;
using IndicatorPipeline.Extraction;

namespace IndicatorPipeline.Cli.Output;

/// <summary>Writes an observation as an object within a larger JSON text; lines of their own are the engine's <c>ObservationJson</c>.</summary>
internal static class ObservationLine
{
    public static void WriteObject(Observation observation, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        foreach (var column in ObservationColumns.All)
        {
            json.WritePropertyName(column.Name);
            switch (column.Value(observation))
            {
                case null: json.WriteNullValue(); break;
                case int number: json.WriteNumberValue(number); break;
                case decimal number: json.WriteNumberValue(number); break;
                case var text: json.WriteStringValue((string)text); break;
            }
        }

        json.WriteEndObject();
    }
}
