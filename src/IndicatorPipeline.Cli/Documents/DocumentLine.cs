using System.Buffers;
using System.Text;
using System.Text.Json;
using IndicatorPipeline.Cli.CommandLine;
using IndicatorPipeline.Extraction;

namespace IndicatorPipeline.Cli.Documents;

/// <summary>Reads <c>{"id","text","title"?,"date"?,"region"?}</c>; other fields are left alone, as crawls have many.</summary>
internal static class DocumentLine
{
    /// <summary>The document, or null and what is wrong with the line.</summary>
    public static SourceDocument? Parse(ReadOnlySpan<byte> line, out string fault)
    {
        string? id = null, text = null, title = null, date = null, region = null;
        fault = "";
        try
        {
            var reader = new Utf8JsonReader(line);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                fault = "a JSON object was expected";
                return null;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("id"u8)) id = Value(ref reader, "id", ref fault);
                else if (reader.ValueTextEquals("text"u8)) text = Value(ref reader, "text", ref fault);
                else if (reader.ValueTextEquals("title"u8)) title = Value(ref reader, "title", ref fault);
                else if (reader.ValueTextEquals("date"u8)) date = Value(ref reader, "date", ref fault);
                else if (reader.ValueTextEquals("region"u8)) region = Value(ref reader, "region", ref fault);
                else reader.Skip();
                if (fault.Length > 0) return null;
            }

            // Anything behind the object makes the line a broken one.
            reader.Read();
        }
        catch (JsonException broken)
        {
            fault = $"broken JSON at byte {broken.BytePositionInLine}";
            return null;
        }
        catch (Exception broken) when (broken is InvalidOperationException or DecoderFallbackException)
        {
            // The reader's way to say that a string holds half a surrogate pair or bytes that are no UTF-8.
            fault = "a string in it is no valid Unicode";
            return null;
        }

        return Build(id, text, title, date, region, out fault);
    }

    private static SourceDocument? Build(string? id, string? text, string? title, string? date, string? region, out string fault)
    {
        var day = string.IsNullOrEmpty(date) ? null : Values.TryDate(date);
        var code = string.IsNullOrEmpty(region) ? null : Values.TryRegion(region);
        fault = string.IsNullOrEmpty(id) ? "\"id\" is missing"
            : text is null ? "\"text\" is missing"
            : day is null && !string.IsNullOrEmpty(date) ? $"\"date\" is '{date}'; write YYYY-MM-DD"
            : code is null && !string.IsNullOrEmpty(region) ? $"\"region\" is '{region}'; give a six-digit code of GB/T 2260, CN, or a full name"
            : "";

        // The id often is the file's name and says of region and year what a file's name would.
        return fault.Length > 0 ? null : new SourceDocument { Id = id!, Text = text!, Title = title, Date = day, RegionCode = code, FileName = id };
    }

    // As GetString would, without a pass over the bytes to count the characters: a document is nearly all text.
    private static string Text(ref Utf8JsonReader reader)
    {
        var characters = ArrayPool<char>.Shared.Rent(reader.ValueSpan.Length);
        try
        {
            return new string(characters, 0, reader.CopyString(characters));
        }
        finally
        {
            ArrayPool<char>.Shared.Return(characters);
        }
    }

    private static string? Value(ref Utf8JsonReader reader, string name, ref string fault)
    {
        reader.Read();
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return Text(ref reader);
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
