using System.Text;
using IndicatorPipeline.Sources.Encodings;

namespace IndicatorPipeline.Sources.Archives;

/// <summary>
/// Decodes the names of a zip's members that lack the UTF-8 flag: UTF-8 if valid, else the more plausible of GB18030 and Big5, else Latin-1.
/// </summary>
/// <remarks>
/// An <see cref="Encoding"/> because that is what <see cref="System.IO.Compression.ZipArchive"/> asks for; it hands over the raw
/// bytes of one name at a time.
/// </remarks>
internal sealed class ZipNames : Encoding
{
    public static ZipNames Instance { get; } = new();

    public override int GetCharCount(byte[] bytes, int index, int count) => Decode(bytes.AsSpan(index, count)).Length;

    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex)
    {
        var name = Decode(bytes.AsSpan(byteIndex, byteCount));
        name.CopyTo(0, chars, charIndex, name.Length);
        return name.Length;
    }

    public override int GetMaxCharCount(int byteCount) => byteCount + 1;

    public override int GetByteCount(char[] chars, int index, int count) => Latin1.GetByteCount(chars, index, count);

    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex) =>
        Latin1.GetBytes(chars, charIndex, charCount, bytes, byteIndex);

    public override int GetMaxByteCount(int charCount) => Latin1.GetMaxByteCount(charCount);

    private static string Decode(ReadOnlySpan<byte> bytes) =>
        bytes.IsEmpty ? "" : TextDecoder.Decode(bytes, null, out _)?.Text ?? Latin1.GetString(bytes);
}
