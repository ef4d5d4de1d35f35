using System.Text;
using IndicatorPipeline.Sources.Documents;

namespace IndicatorPipeline.Sources.Formats;

/// <summary>Formats that are known by their first bytes but not read, each with what to do about it.</summary>
internal static class UnreadFormats
{
    private const string ToDocx = "convert it: libreoffice --headless --convert-to docx FILE";
    private const string Unpack = "unpack it and read the folder";

    /// <summary>The problem of such a format, or null.</summary>
    public static Problem? Find(ReadOnlySpan<byte> head) => head switch
    {
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] => Compound(head),
        [(byte)'{', (byte)'\\', (byte)'r', (byte)'t', (byte)'f', ..] => Problems.NeedsConversion("RTF", ToDocx),
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => Problems.IsPicture("PNG"),
        [0xFF, 0xD8, 0xFF, ..] => Problems.IsPicture("JPEG"),
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => Problems.IsPicture("GIF"),
        [(byte)'B', (byte)'M', _, _, _, _, 0, 0, 0, 0, ..] => Problems.IsPicture("BMP"),
        [(byte)'I', (byte)'I', 42, 0, ..] or [(byte)'M', (byte)'M', 0, 42, ..] => Problems.IsPicture("TIFF"),
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => Problems.IsPicture("WebP"),
        [(byte)'A', (byte)'T', (byte)'&', (byte)'T', (byte)'F', (byte)'O', (byte)'R', (byte)'M', ..] => Problems.IsPicture("DjVu"),
        [(byte)'7', (byte)'z', 0xBC, 0xAF, ..] => Problems.NeedsConversion("a 7z archive", Unpack),
        [(byte)'R', (byte)'a', (byte)'r', (byte)'!', 0x1A, 7, ..] => Problems.NeedsConversion("a RAR archive", Unpack),
        [(byte)'B', (byte)'Z', (byte)'h', >= (byte)'1' and <= (byte)'9', 0x31, 0x41, 0x59, ..] =>
            Problems.NeedsConversion("bzip2", "bunzip2 it first"),
        [0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0, ..] => Problems.NeedsConversion("xz", "unxz it first"),
        [0x28, 0xB5, 0x2F, 0xFD, ..] => Problems.NeedsConversion("Zstandard", "unzstd it first"),
        [(byte)'P', (byte)'A', (byte)'R', (byte)'1', ..] => Problems.NeedsConversion("Parquet", "export it as JSON lines or CSV"),
        [(byte)'S', (byte)'Q', (byte)'L', (byte)'i', (byte)'t', (byte)'e', ..] =>
            Problems.NeedsConversion("a SQLite file", "export it as JSON lines or CSV"),
        [(byte)'%', (byte)'!', (byte)'P', (byte)'S', ..] => Problems.NeedsConversion("PostScript", "convert it: ps2pdf FILE"),
        [0x1F, 0x9D, ..] => Problems.NeedsConversion("compress (.Z)", "uncompress it first"),
        _ => IsTar(head) ? Problems.NeedsConversion("a tar archive", Unpack) : ByMarkup(head),
    };

    /// <summary>OLE compound files: Word before 2007, WPS, or a locked DOCX, told apart by the names in the directory (UTF-16).</summary>
    private static Problem Compound(ReadOnlySpan<byte> head)
    {
        if (head.IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0)
            return Problems.HasPassword("Office document");
        if (head.IndexOf(Encoding.Unicode.GetBytes("Workbook")) >= 0)
            return Problems.NeedsConversion("Excel before 2007 (.xls)", "save it as CSV with a text column");
        return Problems.NeedsConversion("Word before 2007 or WPS (.doc, .wps)", ToDocx);
    }

    private static bool IsTar(ReadOnlySpan<byte> head) => head.Length > 262 && head.Slice(257, 5).SequenceEqual("ustar"u8);

    private static Problem? ByMarkup(ReadOnlySpan<byte> head)
    {
        var start = Encoding.Latin1.GetString(head[..Math.Min(head.Length, 1024)]);
        if (start.Contains("progid=\"Word.Document\"", StringComparison.Ordinal))
            return Problems.NeedsConversion("Word 2003 XML", ToDocx);
        // "From: <Saved by …>": browsers write a sender, but so does every mail.
        var isSaved = start.StartsWith("From:", StringComparison.OrdinalIgnoreCase)
            && start.Contains("multipart/related", StringComparison.OrdinalIgnoreCase);
        return isSaved || start.StartsWith("MIME-Version:", StringComparison.OrdinalIgnoreCase)
            ? Problems.NeedsConversion("a web archive (.mht)", "open it in a browser and save it as HTML")
            : null;
    }
}
