using System.IO.Compression;
using System.Text;

namespace IndicatorPipeline.Sources.Tests.Making;

/// <summary>Bytes for inputs.</summary>
internal static class Bytes
{
    static Bytes() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public static byte[] In(string encoding, string text) => Encoding.GetEncoding(encoding).GetBytes(text);

    /// <summary>With the encoding's byte order mark in front.</summary>
    public static byte[] Marked(Encoding encoding, string text) => [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];

    public static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(bytes);
        return packed.ToArray();
    }

    public static byte[] Join(params byte[][] parts) => [.. parts.SelectMany(part => part)];
}
