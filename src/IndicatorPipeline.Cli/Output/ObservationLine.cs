using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using IndicatorPipeline.Extraction;

namespace IndicatorPipeline.Cli.Output;

/// <summary>The one place where an observation becomes a line of JSON.</summary>
internal static class ObservationLine
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static void Write(Observation observation, IBufferWriter<byte> output)
    {
        using (var json = new Utf8JsonWriter(output, Options))
        {
            WriteObject(observation, json);
        }

        output.Write("\n"u8);
    }

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
