using IndicatorPipeline.Api.Responses;

namespace IndicatorPipeline.Api.Documents;

/// <summary>A document as it is listed, and as it goes out whole.</summary>
internal static class DocumentShapes
{
    private static readonly Field Document = new("document", FieldKind.Text, "Name: the file name without its ending, or the id given.", "\"000\"");
    private static readonly Field Source = new("source", FieldKind.Text, "Collection it belongs to.", "\"reports\"");
    private static readonly Field Path = new("path", FieldKind.Text, "Place in the collection.", "\"000.txt\"");
    private static readonly Field Uri = new("uri", FieldKind.Text, "Where it was read last.", "\"file:///reports/000.txt\"");
    private static readonly Field Title = new("title", FieldKind.Text, "Title given by the source, or null.", "null");
    private static readonly Field MediaType = new("media_type", FieldKind.Text, "text/plain, text/html, application/pdf …", "\"text/plain\"");
    private static readonly Field Encoding = new("encoding", FieldKind.Text, "Encoding the text was decoded from, or null.", "\"gb18030\"");
    private static readonly Field TextLength = new("text_length", FieldKind.Whole, "Length of the text in UTF-16 code units.", "12000");
    private static readonly Field ContentHash = new("content_hash", FieldKind.Text, "SHA-256 of the bytes, in hexadecimal.", "\"9f86d081884c7d65…\"");
    private static readonly Field Version = new("version", FieldKind.Whole, "Number of the version.", "17");
    private static readonly Field RetrievedAt =
        new("retrieved_at", FieldKind.Moment, "When these bytes were read first.", "\"2026-01-31T18:00:00.000Z\"");
    private static readonly Field GoneAt =
        new("gone_at", FieldKind.Moment, "When it was first missed in its source; null while it is there.", "null");

    public static readonly Shape Listed = new("Document",
    [
        Document, Source, Path, Uri, Title, MediaType, Encoding, TextLength, ContentHash, Version,
        new("rules_version", FieldKind.Whole, "Version of the rules that read it; null until it is read.", "3"),
        new("registered_at", FieldKind.Moment, "When it was seen first.", "\"2026-01-31T18:00:00.000Z\""),
        RetrievedAt,
        new("saved_at", FieldKind.Moment, "When what readers see of it was saved last.", "\"2026-01-31T18:00:00.000Z\""),
        GoneAt,
        new("pending", FieldKind.Truth, "Whether a newer version waits to be read.", "false"),
    ]);

    public static readonly Shape Whole = new("DocumentText",
    [
        Document, Source, Path, Uri, Title, MediaType, Encoding, TextLength, ContentHash, Version,
        new("current", FieldKind.Truth, "Whether this is the version whose observations readers see.", "true"),
        RetrievedAt, GoneAt,
        new("text", FieldKind.Text, "The whole text as decoded; offsets are UTF-16 code units of it.", "\"……\""),
        new("speeches", FieldKind.Json, "Its speeches with what is known of each and how; empty for an old version.", "[]"),
        new("spans", FieldKind.Json,
            "Where its observations stand: {id, start, end, quote_start, quote_end, indicator, open_indicator, indicator_text, measure, status}; empty for an old version.", "[]"),
    ]);
}
