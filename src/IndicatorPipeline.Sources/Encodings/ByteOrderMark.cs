using System.Text;

namespace IndicatorPipeline.Sources.Encodings;

/// <summary>Byte order marks.</summary>
internal static class ByteOrderMark
{
    /// <summary>The encoding that the first bytes mark, with the mark's length in bytes; null and 0 for none.</summary>
    public static (Encoding? Encoding, int Length) Find(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (CodePages.Utf8, 3),
        // UTF-32 before UTF-16: its mark begins with the other's, and U+0000 begins no text.
        [0xFF, 0xFE, 0, 0, ..] => (CodePages.Utf32LittleEndian, 4),
        [0, 0, 0xFE, 0xFF, ..] => (CodePages.Utf32BigEndian, 4),
        [0xFF, 0xFE, ..] => (CodePages.Utf16LittleEndian, 2),
        [0xFE, 0xFF, ..] => (CodePages.Utf16BigEndian, 2),
        // GB18030's form of U+FEFF.
        [0x84, 0x31, 0x95, 0x33, ..] => (CodePages.Gb18030, 4),
        _ => (null, 0),
    };
}
