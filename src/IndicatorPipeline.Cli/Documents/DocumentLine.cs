using System.Text;
using System.Text.Json;
using IndicatorPipeline.Cli.CommandLine;
using IndicatorPipeline.Extraction;

namespace IndicatorPipeline.Cli.Documents;

/// <summary>Reads <c>{"id","text","title"?,"date"?,"region"?}</c>; other fields are left alone, as crawls have many.</summary>
internal static class DocumentLine
{
    private static readonly string[] Names = ["id", "text", "title", "date", "region"];

    /// <summary>The document, or null and what is wrong with the line.</summary>
    public static SourceDocument? Parse(ReadOnlySpan<byte> line, out string fault) =>
        PlainLine.TryRead(line, out var fields) || TryReadCarefully(line, out fields, out fault) ? Build(fields, out fault) : null;

    /// <summary>Reads any JSON object, at a third of the speed of <see cref="PlainLine"/>; false and what is wrong where there is none.</summary>
    public static bool TryReadCarefully(ReadOnlySpan<byte> line, out DocumentFields fields, out string fault)
    {
        fields = new DocumentFields();
        fault = "";
        try
        {
            var reader = new Utf8JsonReader(line);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                fault = "a JSON object was expected";
                return false;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (Name(ref reader) is { } name) fields.TrySet(Encoding.UTF8.GetBytes(name), Value(ref reader, name, ref fault));
                else reader.Skip();
                if (fault.Length > 0) return false;
            }

            // Anything behind the object makes the line a broken one.
            reader.Read();
        }
        catch (JsonException broken)
        {
            fault = $"broken JSON at byte {broken.BytePositionInLine}";
        }
        catch (Exception broken) when (broken is InvalidOperationException or DecoderFallbackException)
        {
            // The reader's way to say that a string holds half a surrogate pair or bytes that are no UTF-8.
            fault = "a string in it is no valid Unicode";
        }

        return fault.Length == 0;
    }

    private static SourceDocument? Build(DocumentFields fields, out string fault)
    {
        var day = string.IsNullOrEmpty(fields.Date) ? null : Values.TryDate(fields.Date);
        var code = string.IsNullOrEmpty(fields.Region) ? null : Values.TryRegion(fields.Region);
        fault = string.IsNullOrEmpty(fields.Id) ? "\"id\" is missing"
            : fields.Text is null ? "\"text\" is missing"
            : day is null && !string.IsNullOrEmpty(fields.Date) ? $"\"date\" is '{fields.Date}'; write YYYY-MM-DD"
            : code is null && !string.IsNullOrEmpty(fields.Region)
                ? $"\"region\" is '{fields.Region}'; give a six-digit code of GB/T 2260, CN, or a full name"
            : "";

        // The id often is the file's name and says of region and year what a file's name would.
        return fault.Length > 0 ? null
            : new SourceDocument { Id = fields.Id!, Text = fields.Text!, Title = fields.Title, Date = day, RegionCode = code, FileName = fields.Id };
    }

    // The known name that the reader stands at, however it is escaped, or null.
    private static string? Name(ref Utf8JsonReader reader)
    {
        foreach (var name in Names)
        {
            if (reader.ValueTextEquals(name)) return name;
        }

        return null;
    }

    private static string? Value(ref Utf8JsonReader reader, string name, ref string fault)
    {
        reader.Read();
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.Number:
                return Encoding.UTF8.GetString(reader.ValueSpan);
            case JsonTokenType.Null:
                return null;
            default:
                fault = $"\"{name}\" is no string";
                return null;
        }
    }
}
