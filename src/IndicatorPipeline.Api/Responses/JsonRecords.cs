using System.Data.Common;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace IndicatorPipeline.Api.Responses;

/// <summary>Writes rows of a result set as JSON objects.</summary>
internal static class JsonRecords
{
    /// <summary>Chinese as it is; the media type is JSON and <c>nosniff</c> keeps browsers from reading it as HTML.</summary>
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static void Write(Utf8JsonWriter json, DbDataReader row, Shape shape)
    {
        json.WriteStartObject();
        WriteFields(json, row, shape, 0, shape.Fields.Count);
        json.WriteEndObject();
    }

    /// <summary>The fields from <paramref name="from"/> until before <paramref name="to"/>, into an object that is open.</summary>
    public static void WriteFields(Utf8JsonWriter json, DbDataReader row, Shape shape, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            json.WritePropertyName(shape.Fields[i].Name);
            Value(json, row, i, shape.Fields[i].Kind);
        }
    }

    private static void Value(Utf8JsonWriter json, DbDataReader row, int i, FieldKind kind)
    {
        if (row.IsDBNull(i))
        {
            json.WriteNullValue();
            return;
        }

        switch (kind)
        {
            case FieldKind.Text: json.WriteStringValue(row.GetString(i)); break;
            case FieldKind.Whole: json.WriteNumberValue(Convert.ToInt64(row.GetValue(i), null)); break;
            case FieldKind.Number: json.WriteNumberValue(RecordReader.Shortest(row.GetDecimal(i))); break;
            case FieldKind.Truth: json.WriteBooleanValue(row.GetBoolean(i)); break;
            case FieldKind.Date: json.WriteStringValue(row.GetFieldValue<DateOnly>(i).ToString("O", null)); break;
            case FieldKind.Moment: json.WriteStringValue(row.GetFieldValue<DateTime>(i).ToUniversalTime()); break;
            case FieldKind.Json: json.WriteRawValue(row.GetString(i)); break;
            case FieldKind.Texts:
                json.WriteStartArray();
                foreach (var text in row.GetFieldValue<string[]>(i))
                {
                    json.WriteStringValue(text);
                }

                json.WriteEndArray();
                break;
            default: throw new ArgumentOutOfRangeException(nameof(kind), kind, null);
        }
    }
}
