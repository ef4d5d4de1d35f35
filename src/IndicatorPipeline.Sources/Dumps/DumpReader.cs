using System.Runtime.CompilerServices;
using System.Text;
using IndicatorPipeline.Sources.Documents;
using IndicatorPipeline.Sources.Encodings;
using IndicatorPipeline.Sources.Formats;

namespace IndicatorPipeline.Sources.Dumps;

/// <summary>
/// Reads the documents of a dump (JSON lines, a JSON array, CSV), one a row, in the memory of one row. A bad row is one failure; the rest goes on.
/// </summary>
internal static class DumpReader
{
    public static async IAsyncEnumerable<ReadResult> ReadAsync(
        PeekedStream stream, Format format, Origin origin, DocumentReader documents, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var found = Find(stream.Head, origin.Charset);
        var charset = CodePages.Named(found?.Name);
        var utf8 = Transcoded(stream, charset, format);
        var isCsv = format == Format.Delimited;
        var head = !isCsv || ReferenceEquals(utf8, stream)
            ? stream.Head
            : Encoding.UTF8.GetBytes(CodePages.Lenient(charset!).GetString(stream.Head));
        var delimiter = isCsv ? DelimitedRow.FindDelimiter(head) : (byte)0;
        RecordEnds ends = format switch
        {
            Format.Delimited => new QuotedLineEnds(delimiter),
            Format.JsonArray => new JsonElementEnds(),
            _ => new LineEnds(),
        };
        var rows = new DumpRows(format, (char)delimiter, found, isTranscoded: !ReferenceEquals(utf8, stream), origin, documents);
        var splitter = new RecordSplitter(utf8, ends, documents.Options.MaxRecordBytes, countsLines: format != Format.JsonArray);
        var any = false;
        while (await splitter.NextAsync(cancellation) is { } record)
        {
            cancellation.ThrowIfCancellationRequested();
            if (rows.Read(record) is { } result)
            {
                any = true;
                yield return result;
            }

            if (rows.IsHopeless)
                yield break;
        }

        if (!any)
            yield return Problems.NoText("dump").At(origin.Path);
    }

    /// <summary>
    /// The encoding of the first rows: the last, perhaps cut, line is left out. Null where it cannot be told; then each row is looked at alone.
    /// </summary>
    private static TextEncoding? Find(ReadOnlySpan<byte> head, string? declared)
    {
        if (ByteOrderMark.Find(head).Encoding is { } marked)
            return new TextEncoding(CodePages.NameOf(marked), EncodingEvidence.ByteOrderMark);
        var lines = head[..(head.LastIndexOf((byte)'\n') + 1)];
        return TextDecoder.Decode(lines.IsEmpty ? head : lines, declared, out _)?.Encoding;
    }

    /// <summary>
    /// Rows are cut at bytes, which needs an encoding that keeps ASCII apart: UTF-16 and UTF-32 never do, GB18030 and Big5 not the brackets of JSON.
    /// </summary>
    private static Stream Transcoded(PeekedStream stream, Encoding? charset, Format format)
    {
        var isWide = charset?.CodePage is 1200 or 1201 or 12000 or 12001;
        var isLegacy = charset is not null && charset.CodePage != CodePages.Utf8.CodePage;
        return isWide || (isLegacy && format == Format.JsonArray)
            ? Encoding.CreateTranscodingStream(stream, CodePages.Lenient(charset!), CodePages.Utf8, leaveOpen: true)
            : stream;
    }
}
