using System.IO.Compression;

namespace IndicatorPipeline.Sources.Archives;

/// <summary>Tells documents that are zips inside (DOCX, ODT, XLSX, EPUB, OFD) from archives.</summary>
internal static class OfficePackage
{
    /// <summary>Whether the zip is one document. Leaves the stream open and at its start.</summary>
    /// <exception cref="InvalidDataException">The zip is broken.</exception>
    public static bool Is(Stream stream)
    {
        stream.Seek(0, SeekOrigin.Begin);
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        var first = zip.Entries.Count > 0 ? zip.Entries[0].FullName : "";
        var found = first == "mimetype" || zip.GetEntry("[Content_Types].xml") is not null || zip.GetEntry("OFD.xml") is not null;
        stream.Seek(0, SeekOrigin.Begin);
        return found;
    }
}
