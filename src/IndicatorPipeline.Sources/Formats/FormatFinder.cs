using System.Text;
using IndicatorPipeline.Sources.Documents;
using IndicatorPipeline.Sources.Encodings;

namespace IndicatorPipeline.Sources.Formats;

/// <summary>Finds a document's format: by its first bytes where they tell, else by its name.</summary>
internal static class FormatFinder
{
    /// <summary>The format, or the problem of one that is known but not read; exactly one of the two is not null.</summary>
    /// <param name="head">The first bytes, some thousands if there are so many.</param>
    /// <param name="fileName">The file's name, for its extension.</param>
    /// <param name="mediaType">The media type that a server declared, for names without an extension that tells, or null.</param>
    public static (Format? Format, Problem? Problem) Find(ReadOnlySpan<byte> head, string fileName, string? mediaType = null)
    {
        if (head.IsEmpty)
            return (null, Problems.NoBytes());
        if (head is [0x1F, 0x8B, 8, ..])
            return (Format.Gzip, null);
        if (head is [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..])
            return (Format.Zip, null);
        // The header may stand anywhere in the first 1024 bytes (PDF 1.7, appendix H.3.4.1).
        if (head[..Math.Min(head.Length, 1024)].IndexOf("%PDF-"u8) >= 0)
            return (Format.Pdf, null);
        if (UnreadFormats.Find(head) is { } problem)
            return (null, problem);

        var start = Start(head);
        var format = ByText(start, Path.GetExtension(fileName).ToLowerInvariant());
        return (format == Format.PlainText ? ByMediaType(mediaType) : format, null);
    }

    private static Format ByMediaType(string? mediaType) => mediaType switch
    {
        "text/html" or "application/xhtml+xml" => Format.Html,
        "application/jsonl" or "application/x-ndjson" => Format.JsonLines,
        "application/json" => Format.JsonArray,
        "text/csv" or "text/tab-separated-values" => Format.Delimited,
        _ => Format.PlainText,
    };

    private static Format ByText(string start, string extension)
    {
        var trimmed = start.AsSpan().TrimStart();
        switch (extension)
        {
            case ".jsonl" or ".ndjson" or ".jl":
                return Format.JsonLines;
            case ".json":
                return Format.JsonArray;
            case ".csv" or ".tsv":
                return Format.Delimited;
            case ".htm" or ".html" or ".shtml" or ".xhtml" or ".xml":
                return Format.Html;
        }

        if (trimmed.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || trimmed.StartsWith("<html", StringComparison.OrdinalIgnoreCase))
            return Format.Html;
        // Pages of content systems begin with comments, scripts, declarations; text that merely speaks of HTML does not begin with a bracket.
        var isMarkup = trimmed.StartsWith("<")
            && (start.Contains("<html", StringComparison.OrdinalIgnoreCase)
                || start.Contains("<body", StringComparison.OrdinalIgnoreCase)
                || start.Contains("<head", StringComparison.OrdinalIgnoreCase));
        return isMarkup ? Format.Html : Format.PlainText;
    }

    /// <summary>The first characters, good enough to look for markup: ASCII is right, the rest need not be.</summary>
    private static string Start(ReadOnlySpan<byte> head)
    {
        var (marked, length) = ByteOrderMark.Find(head);
        var body = head[length..Math.Min(head.Length, length + 4096)];
        return (marked is null ? Encoding.Latin1 : CodePages.Lenient(marked)).GetString(body);
    }
}
