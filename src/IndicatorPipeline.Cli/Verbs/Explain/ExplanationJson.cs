using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using IndicatorPipeline.Cli.Output;
using IndicatorPipeline.Extraction;

namespace IndicatorPipeline.Cli.Verbs.Explain;

/// <summary>One JSON object a line: <c>text</c>, <c>mentions</c>, <c>observations</c>, <c>unbound</c>.</summary>
internal sealed class ExplanationJson(Stream output) : IExplanationSink
{
    private const int BlockBytes = 1 << 16;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly ArrayBufferWriter<byte> _block = new(BlockBytes * 2);

    public void Write(Explanation explanation)
    {
        using (var json = new Utf8JsonWriter(_block, Options))
        {
            var text = explanation.Extraction.Document.Text;
            json.WriteStartObject();
            json.WriteString("text"u8, text);
            json.WriteStartArray("mentions"u8);
            foreach (var mention in explanation.Mentions.Where(mention => mention.Kind != MentionKind.Word))
            {
                Write(json, mention, text);
            }

            json.WriteEndArray();
            json.WriteStartArray("observations"u8);
            foreach (var observation in explanation.Extraction.Observations)
            {
                ObservationLine.WriteObject(observation, json);
            }

            json.WriteEndArray();
            json.WriteStartArray("unbound"u8);
            foreach (var span in explanation.Extraction.Unbound)
            {
                json.WriteStartObject();
                WriteSpan(json, span, text);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        _block.Write("\n"u8);
        if (_block.WrittenCount >= BlockBytes)
        {
            Flush();
        }
    }

    public void Dispose() => Flush();

    private static void Write(Utf8JsonWriter json, Mention mention, string text)
    {
        json.WriteStartObject();
        json.WriteString("kind"u8, Kind(mention.Kind));
        WriteSpan(json, mention.Span, text);
        if (mention.Value is { } value)
        {
            json.WriteNumber("low"u8, value.Low);
            json.WriteNumber("high"u8, value.High);
            json.WriteString("bound"u8, value.Bound.Code());
            json.WriteString("unit"u8, value.Unit);
        }

        if (mention.Note is { } note)
        {
            json.WriteString("note"u8, note);
        }

        json.WriteEndObject();
    }

    private static void WriteSpan(Utf8JsonWriter json, TextSpan span, string text)
    {
        json.WriteNumber("start"u8, span.Start);
        json.WriteNumber("end"u8, span.End);
        json.WriteString("text"u8, span.In(text));
    }

    private static string Kind(MentionKind kind) => kind switch
    {
        MentionKind.Number => "number",
        MentionKind.Quantity => "quantity",
        MentionKind.Period => "period",
        MentionKind.Indicator => "indicator",
        MentionKind.Place => "place",
        _ => "word",
    };

    private void Flush()
    {
        output.Write(_block.WrittenSpan);
        _block.ResetWrittenCount();
    }
}
