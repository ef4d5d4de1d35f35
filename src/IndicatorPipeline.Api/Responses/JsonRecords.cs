using System.Text.Encodings.Web;
using System.Text.Json;

namespace IndicatorPipeline.Api.Responses;

/// <summary>Writes records as JSON objects.</summary>
internal static class JsonRecords
{
    /// <summary>Chinese as it is; the media type is JSON and <c>nosniff</c> keeps browsers from reading it as HTML.</summary>
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static void Write(Utf8JsonWriter json, IRecords record, Shape shape)
    {
        json.WriteStartObject();
        WriteFields(json, record, shape, 0, shape.Fields.Count);
        json.WriteEndObject();
    }

    /// <summary>The fields from <paramref name="from"/> until before <paramref name="to"/>, into an object that is open.</summary>
    public static void WriteFields(Utf8JsonWriter json, IRecords record, Shape shape, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            json.WritePropertyName(shape.Fields[i].Key);
            Value(json, record, i, shape.Fields[i].Kind);
        }
    }

    private static void Value(Utf8JsonWriter json, IRecords record, int i, FieldKind kind)
    {
        if (record.IsNull(i))
        {
            json.WriteNullValue();
            return;
        }

        switch (kind)
        {
            case FieldKind.Text: json.WriteStringValue(record.Text(i)); break;
            case FieldKind.Whole: json.WriteNumberValue(record.Whole(i)); break;
            case FieldKind.Number: json.WriteNumberValue(record.Number(i)); break;
            case FieldKind.Truth: json.WriteBooleanValue(record.Truth(i)); break;
            case FieldKind.Date: json.WriteStringValue(record.Date(i).ToString("O", null)); break;
            case FieldKind.Moment: json.WriteStringValue(record.Moment(i)); break;
            case FieldKind.Json: json.WriteRawValue(record.Text(i)); break;
            case FieldKind.Texts:
                json.WriteStartArray();
                foreach (var text in record.Texts(i))
                {
                    json.WriteStringValue(text);
                }

                json.WriteEndArray();
                break;
            default: throw new ArgumentOutOfRangeException(nameof(kind), kind, null);
        }
    }
}
