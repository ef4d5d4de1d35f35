using System.Globalization;
using IndicatorPipeline.Sources.Documents;
using IndicatorPipeline.Sources.Encodings;
using IndicatorPipeline.Sources.Formats;

namespace IndicatorPipeline.Sources.Dumps;

/// <summary>Turns the records of one dump into results; the first record of CSV is the header.</summary>
/// <param name="format">JSON lines, JSON array or CSV.</param>
/// <param name="delimiter">Of CSV.</param>
/// <param name="found">The dump's encoding, tried for each row, or null.</param>
/// <param name="isTranscoded">Whether the rows were made UTF-8 from that encoding.</param>
/// <param name="origin">Where the dump comes from.</param>
/// <param name="documents">Gives options and ids.</param>
internal sealed class DumpRows(Format format, char delimiter, TextEncoding? found, bool isTranscoded, Origin origin, DocumentReader documents)
{
    private List<string>? header;
    private int textColumn;

    /// <summary>Whether no further row can be read: the header has no text column.</summary>
    public bool IsHopeless { get; private set; }

    /// <summary>The result of a record, or null for the header.</summary>
    public ReadResult? Read(RawRecord record)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"{origin.Path}#{record.Number}");
        if (Fault(record.Fault) is { } fault)
            return fault.At(path);
        var bytes = record.Bytes.Span;
        if (TextDecoder.Decode(bytes, isTranscoded ? "utf-8" : found?.Name, out var undecodable) is not { } decoded)
            return undecodable!.At(path);
        if (isTranscoded)
            decoded = decoded with { Encoding = found!.Value };
        return format == Format.Delimited ? ReadDelimited(decoded, bytes, path) : ReadJson(decoded, bytes, path);
    }

    private ReadResult ReadJson(Decoded decoded, ReadOnlySpan<byte> bytes, string path) =>
        JsonRow.Parse(decoded.Text, out var problem) is { } row
            ? RowDocument.Make(row, bytes, decoded, path, format == Format.JsonLines ? "application/jsonl" : "application/json", origin, documents)
            : problem!.At(path);

    private ReadResult? ReadDelimited(Decoded decoded, ReadOnlySpan<byte> bytes, string path)
    {
        var fields = DelimitedRow.Fields(decoded.Text, delimiter);
        if (header is null)
        {
            header = fields;
            textColumn = Columns.Find(header, documents.Options.TextColumn is { } given ? [given] : Columns.Text);
            IsHopeless = textColumn < 0;
            return IsHopeless ? Problems.NoTextColumn(header).At(origin.Path) : null;
        }

        return DelimitedRow.Parse(header, fields, textColumn, out var problem) is { } row
            ? RowDocument.Make(row, bytes, decoded, path, "text/csv", origin, documents)
            : problem!.At(path);
    }

    private Problem? Fault(RecordFault fault) => fault switch
    {
        RecordFault.TooLong => Problems.RowTooLong(documents.Options.MaxRecordBytes),
        RecordFault.OpenQuote => Problems.BadRow("a quote is opened and never closed"),
        RecordFault.Stray => Problems.BadRow("something that is no JSON object stands between the elements"),
        RecordFault.Cut => Problems.BadRow("the dump ends within the element"),
        _ => null,
    };
}
