using System.Globalization;
using System.Text;

namespace IndicatorPipeline.Sources.Tests.Making;

/// <summary>
/// Writes small PDFs. Their Chinese font is not embedded and has no Unicode map: its codes are GBK, as in the gazettes
/// (predefined CMap <c>GBK-EUC-H</c>).
/// </summary>
internal sealed class PdfMaker
{
    private readonly List<string> pages = [];
    private string encryption = "";

    /// <summary>A page with lines of text at places in points from the lower left corner of an A4 page (595 × 842), 12 points high.</summary>
    public PdfMaker Page(params (int X, int Y, string Text)[] lines)
    {
        var content = new StringBuilder("BT\n");
        foreach (var (x, y, text) in lines)
            content.Append(CultureInfo.InvariantCulture, $"/F1 12 Tf 1 0 0 1 {x} {y} Tm <{Convert.ToHexString(Bytes.In("gb18030", text))}> Tj\n");
        pages.Add(content.Append("ET").ToString());
        return this;
    }

    /// <summary>A page with a grey rectangle and no text, as a scan.</summary>
    public PdfMaker Picture()
    {
        pages.Add("0.5 g 50 50 400 600 re f");
        return this;
    }

    /// <summary>Locked with a password that nobody knows.</summary>
    public PdfMaker Locked()
    {
        var noise = string.Concat(Enumerable.Range(0, 32).Select(i => ((i * 37) % 256).ToString("X2", CultureInfo.InvariantCulture)));
        encryption =
            $"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{noise}> /U <{noise}> /P -4 >> /ID [<00112233445566778899AABBCCDDEEFF> <00112233445566778899AABBCCDDEEFF>]";
        return this;
    }

    public byte[] ToArray()
    {
        var objects = new List<string>
        {
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', Enumerable.Range(0, pages.Count).Select(i => $"{7 + (2 * i)} 0 R"))}] >>",
            "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /GBK-EUC-H /DescendantFonts [4 0 R] >>",
            "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 5 0 R /DW 1000 /W [1 95 500 814 939 500] >>",
            "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
            "<< /Font << /F1 3 0 R >> >>",
        };
        foreach (var page in pages)
        {
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources 6 0 R /Contents {objects.Count + 2} 0 R >>");
            objects.Add($"<< /Length {page.Length} >>\nstream\n{page}\nendstream");
        }

        var file = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        for (var i = 0; i < objects.Count; i++)
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
            file.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        file.Append(CultureInfo.InvariantCulture, $"trailer << /Size {objects.Count + 1} /Root 1 0 R {encryption} >>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}
