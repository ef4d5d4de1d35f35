using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace IndicatorPipeline.Cli.Documents;

/// <summary>
/// Copies what nearly all of a Chinese text in JSON is made of: characters of three bytes and of one that stand for themselves. Ten of the former or
/// sixteen of the latter are looked at at once, where the base library goes from character to character.
/// </summary>
internal static class CommonStretch
{
    // Of each half of a vector.
    private const int HalfCharacters = 5;
    private const int HalfBytes = 3 * HalfCharacters;
    private const uint HalfBits = (1 << (2 * HalfCharacters)) - 1;

    /// <summary>Copies from the start of <paramref name="source"/> until something else stands there (a quotation mark, an escape, a control
    /// character, a character of another length, broken bytes) or fewer bytes than a vector are left.</summary>
    /// <param name="source">UTF-8 or what pretends to be.</param>
    /// <param name="target">At least as long as the source; what is behind the copied characters may be overwritten.</param>
    /// <param name="written">Characters copied.</param>
    /// <returns>Bytes copied.</returns>
    public static int Copy(ReadOnlySpan<byte> source, Span<char> target, out int written)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(target.Length, source.Length);
        ref var from = ref MemoryMarshal.GetReference(source);
        ref var to = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<char, ushort>(target));
        nint at = 0;
        nint length = 0;
        nint last = source.Length - Vector256<byte>.Count;
        // A character is never of fewer bytes than one, so that where a vector of bytes is left, as many characters have room. All sums stay below
        // the lengths.
        unchecked
        {
            while (at <= last)
            {
                var bytes = Vector256.Create(Vector128.LoadUnsafe(ref from, (nuint)at), Vector128.LoadUnsafe(ref from, (nuint)at + HalfBytes));
                // The last two bytes of each character, the later one first as in a number of 16 bits; and its first byte.
                var ends = Vector256.Shuffle(bytes, Vector256.Create(
                    (byte)2, 1, 5, 4, 8, 7, 11, 10, 14, 13, 255, 255, 255, 255, 255, 255,
                    18, 17, 21, 20, 24, 23, 27, 26, 30, 29, 255, 255, 255, 255, 255, 255)).AsUInt16();
                var leads = Vector256.Shuffle(bytes, Vector256.Create(
                    (byte)0, 255, 3, 255, 6, 255, 9, 255, 12, 255, 255, 255, 255, 255, 255, 255,
                    16, 255, 19, 255, 22, 255, 25, 255, 28, 255, 255, 255, 255, 255, 255, 255)).AsUInt16();
                var middles = (ends & Vector256.Create((ushort)0x3F00)) >>> 2;
                var characters = (leads << 12) | middles | (ends & Vector256.Create((ushort)0x3F));
                characters.GetLower().StoreUnsafe(ref to, (nuint)length);
                characters.GetUpper().StoreUnsafe(ref to, (nuint)length + HalfCharacters);
                // The bytes E1 to EF and two that go on. Behind E0 and ED not every byte may follow; those are left to who looks closer, as few
                // texts have them.
                var alike = Vector256.Equals((ends & Vector256.Create((ushort)0xC0C0)) | (leads >>> 4), Vector256.Create((ushort)0x808E))
                    & ~(Vector256.Equals(leads, Vector256.Create((ushort)0xE0)) | Vector256.Equals(leads, Vector256.Create((ushort)0xED)));
                // Two bits for each character.
                var unlike = ~alike.AsByte().ExtractMostSignificantBits();
                unlike = (unlike & HalfBits) | ((unlike >> 16 & HalfBits) << (2 * HalfCharacters));
                // The commonest case by itself: its steps do not wait for each other.
                if (unlike == 0)
                {
                    at += 2 * HalfBytes;
                    length += 2 * HalfCharacters;
                    continue;
                }

                var whole = BitOperations.TrailingZeroCount(unlike) / 2;
                at += whole * 3;
                length += whole;
                if (at > last) break;
                var ascii = Vector128.LoadUnsafe(ref from, (nuint)at);
                var (lower, upper) = Vector128.Widen(ascii);
                lower.StoreUnsafe(ref to, (nuint)length);
                upper.StoreUnsafe(ref to, (nuint)length + 8);
                var marks = Vector128.LessThan(ascii.AsSByte(), Vector128.Create((sbyte)' ')).AsByte()
                    | Vector128.Equals(ascii, Vector128.Create((byte)'"'))
                    | Vector128.Equals(ascii, Vector128.Create((byte)'\\'));
                var single = BitOperations.TrailingZeroCount(marks.ExtractMostSignificantBits() | 0x10000);
                at += single;
                length += single;
                if (whole + single == 0) break;
            }
        }

        written = (int)length;
        return (int)at;
    }
}
