using System.IO.Compression;
using System.Xml;
using IndicatorPipeline.Sources.Documents;

namespace IndicatorPipeline.Sources.Word;

/// <summary>
/// Looks at a package before it is opened as a document: what kind it is, how far its XML unpacks, and how deep it nests, for the
/// library reads by recursion.
/// </summary>
internal static class PackageCheck
{
    private const int Deepest = 250;

    /// <summary>Why it should not be opened, or null.</summary>
    /// <exception cref="InvalidDataException">The zip is broken.</exception>
    /// <exception cref="XmlException">A part is no XML.</exception>
    public static Problem? Problem(byte[] bytes, long limit)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        if (zip.GetEntry("[Content_Types].xml") is null)
            return OfOtherKind(zip);
        if (!zip.Entries.Any(entry => entry.FullName.StartsWith("word/", StringComparison.OrdinalIgnoreCase)))
            return OfOtherOffice(zip);

        long unpacked = 0;
        foreach (var entry in zip.Entries)
        {
            var isXml = entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
                || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);
            if (!isXml)
                continue;
            if (Check(entry, limit, bytes.Length, ref unpacked) is { } problem)
                return problem;
        }

        return null;
    }

    private static Problem OfOtherOffice(ZipArchive zip)
    {
        if (Named(zip, "xl/"))
            return Problems.NeedsConversion("Excel (.xlsx)", "save it as CSV with a text column");
        if (Named(zip, "ppt/"))
            return Problems.NeedsConversion("PowerPoint (.pptx)", "convert it to PDF: libreoffice --headless --convert-to pdf FILE");
        return Problems.IsCorrupt("DOCX", "the package has no word/ part");
    }

    private static Problem? Check(ZipArchiveEntry entry, long limit, int packed, ref long unpacked)
    {
        using var part = new Archives.CountedStream(entry.Open());
        using var reader = XmlReader.Create(part, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            IgnoreWhitespace = true,
            MaxCharactersInDocument = limit,
        });
        while (reader.Read())
        {
            if (reader.Depth > Deepest)
                return Problems.IsCorrupt("DOCX", $"{entry.FullName} nests deeper than {Deepest} elements");
            if (unpacked + part.Count > limit)
                return Problems.UnpacksTooFar(limit, packed);
        }

        unpacked += part.Count;
        return null;
    }

    private static Problem OfOtherKind(ZipArchive zip)
    {
        if (zip.GetEntry("OFD.xml") is not null)
            return Problems.NeedsConversion("OFD", "open it in an OFD reader and print it to PDF");
        var type = "";
        if (zip.GetEntry("mimetype") is { Length: < 200 } entry)
        {
            using var reader = new StreamReader(entry.Open());
            type = reader.ReadToEnd().Trim();
        }

        return type.Contains("opendocument", StringComparison.Ordinal)
            ? Problems.NeedsConversion("OpenDocument (.odt)", "convert it: libreoffice --headless --convert-to docx FILE")
            : type.Contains("epub", StringComparison.Ordinal)
            ? Problems.NeedsConversion("EPUB", "unpack it and read its HTML files")
            : Problems.IsCorrupt("package", "it is of no known kind");
    }

    private static bool Named(ZipArchive zip, string folder) =>
        zip.Entries.Any(entry => entry.FullName.StartsWith(folder, StringComparison.OrdinalIgnoreCase));
}
