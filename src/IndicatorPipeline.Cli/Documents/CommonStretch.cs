using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace IndicatorPipeline.Cli.Documents;

/// <summary>
/// Copies what nearly all of a Chinese text in JSON is made of: characters of three bytes and of one that stand for themselves. Five of the former or
/// sixteen of the latter are looked at at once, where the base library goes from character to character.
/// </summary>
internal static class CommonStretch
{
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
        nint last = source.Length - Vector128<byte>.Count;
        // A character is never of fewer bytes than one, so that where a vector of bytes is left, as many characters have room. All sums stay below
        // the lengths.
        unchecked
        {
            while (at <= last)
            {
                var bytes = Vector128.LoadUnsafe(ref from, (nuint)at);
                // The last two bytes of each of five characters, the later one first as in a number of 16 bits; and its first byte, which is
                // shifted to the top.
                var ends = Vector128.Shuffle(bytes, Vector128.Create(2, 1, 5, 4, 8, 7, 11, 10, 14, 13, 255, 255, 255, 255, 255, 255)).AsUInt16();
                var leads = Vector128.Shuffle(bytes, Vector128.Create(0, 255, 3, 255, 6, 255, 9, 255, 12, 255, 255, 255, 255, 255, 255, 255))
                    .AsUInt16();
                var middles = (ends & Vector128.Create((ushort)0x3F00)) >>> 2;
                ((leads << 12) | middles | (ends & Vector128.Create((ushort)0x3F))).StoreUnsafe(ref to, (nuint)length);
                // The bytes E1 to EF and two that go on. Behind E0 and ED not every byte may follow; those are left to who looks closer, as few
                // texts have them.
                var kinds = bytes & Vector128.Create(0xF0, 0xC0, 0xC0, 0xF0, 0xC0, 0xC0, 0xF0, 0xC0, 0xC0, 0xF0, 0xC0, 0xC0, 0xF0, 0xC0, 0xC0, 0);
                var common = Vector128.Create(
                    0xE0, 0x80, 0x80, 0xE0, 0x80, 0x80, 0xE0, 0x80, 0x80, 0xE0, 0x80, 0x80, 0xE0, 0x80, 0x80, 0xFF);
                var alike = Vector128.Equals(kinds, common)
                    & ~(Vector128.Equals(bytes, Vector128.Create((byte)0xE0)) | Vector128.Equals(bytes, Vector128.Create((byte)0xED)));
                var unlike = ~alike.ExtractMostSignificantBits();
                // The commonest case by itself: its steps do not wait for each other.
                if ((unlike & 0x7FFF) == 0)
                {
                    at += 15;
                    length += 5;
                    continue;
                }

                var whole = BitOperations.TrailingZeroCount(unlike) / 3;
                at += whole * 3;
                length += whole;
                if (at > last) break;
                bytes = Vector128.LoadUnsafe(ref from, (nuint)at);
                var (lower, upper) = Vector128.Widen(bytes);
                lower.StoreUnsafe(ref to, (nuint)length);
                upper.StoreUnsafe(ref to, (nuint)length + 8);
                var marks = Vector128.LessThan(bytes.AsSByte(), Vector128.Create((sbyte)' ')).AsByte()
                    | Vector128.Equals(bytes, Vector128.Create((byte)'"'))
                    | Vector128.Equals(bytes, Vector128.Create((byte)'\\'));
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
