using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using IndicatorPipeline.Sources.Documents;

namespace IndicatorPipeline.Sources.Word;

/// <summary>Reads a DOCX: its body as text, its notes, comments, heads and feet apart.</summary>
internal static class DocxReader
{
    private const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <param name="bytes">The package.</param>
    /// <param name="limit">Most bytes that its parts may unpack to.</param>
    public static Reading Read(byte[] bytes, long limit)
    {
        try
        {
            if (PackageCheck.Problem(bytes, limit) is { } problem)
                return problem;
            using var stream = new MemoryStream();
            stream.Write(bytes);
            var settings = new OpenSettings
            {
                AutoSave = false,
                MaxCharactersInPart = limit,
                // Word writes mailto links that are no valid URI; only the text is wanted.
                RelationshipErrorHandlerFactory = _ => new IgnoredLinks(),
            };
            // Bad links can only be put right in a document opened for writing; it is a copy in memory and never saved.
            using var document = WordprocessingDocument.Open(stream, isEditable: true, settings);
            return Read(document);
        }
        catch (Exception broken) when (broken is OpenXmlPackageException or FileFormatException or InvalidDataException
            or XmlException or IOException or ArgumentException or FormatException or InvalidOperationException
            or NotSupportedException or KeyNotFoundException or NullReferenceException or IndexOutOfRangeException)
        {
            // The library meets broken packages with all of these, the last three included.
            return broken is ProblemException known ? known.Problem : Problems.IsCorrupt("DOCX", broken.Message);
        }
    }

    private static Reading Read(WordprocessingDocument document)
    {
        if (document.MainDocumentPart?.Document?.Body is not { } body)
            return Problems.IsCorrupt("DOCX", "it has no main document");
        var text = WordText.Write(body);
        if (string.IsNullOrWhiteSpace(text))
            return Problems.NoText("document");
        var properties = document.PackageProperties;
        var publication = new Publication(Named(properties.Title), properties.Created?.ToString("O"), Named(properties.Creator), null, null);
        return new Content
        {
            Text = text,
            MediaType = MediaType,
            Encoding = new TextEncoding("utf-8", EncodingEvidence.Format),
            Apart = WordApart.Find(document.MainDocumentPart),
            Publication = publication == new Publication(null, null, null, null, null) ? null : publication,
            Warnings = document.MainDocumentPart.AlternativeFormatImportParts.Any() ? ["a part in another format (altChunk) was not read"] : [],
        };
    }

    private static string? Named(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private sealed class IgnoredLinks : RelationshipErrorHandler
    {
        public override string Rewrite(Uri partUri, string? id, string? uri) => "http://invalid.invalid/";
    }
}
