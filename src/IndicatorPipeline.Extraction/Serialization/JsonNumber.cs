using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using IndicatorPipeline.Extraction.Recognition.Numerals;

namespace IndicatorPipeline.Extraction.Serialization;

/// <summary>Writes numbers as the base library writes them, which takes several times as long.</summary>
internal static class JsonNumber
{
    // So many digits are made at once.
    private const int Digits = sizeof(ulong);
    private const ulong Beyond = 100_000_000;

    /// <summary>Writes <paramref name="value"/> from <paramref name="at"/> on and returns the offset behind it; needs room for a long number and a
    /// word more.</summary>
    public static int Write(Span<byte> to, int at, in decimal value)
    {
        var isShort = DecimalDigits.TryRead(value, out var digits, out var places) && digits > 0
            && (places == 0 || (digits < Beyond && places < Digits));
        if (!isShort)
        {
            value.TryFormat(to[at..], out var written, default, CultureInfo.InvariantCulture);
            return at + written;
        }

        if (decimal.IsNegative(value)) to[at++] = (byte)'-';
        if (places == 0) return Write(to, at, digits);
        var text = TextOf(digits, places + 1, out var length);
        BinaryPrimitives.WriteUInt64LittleEndian(to[at..], text);
        // The fraction is written once more behind the point, and not moved there: what was just written is slow to read back.
        var point = length - places;
        to[at + point] = (byte)'.';
        BinaryPrimitives.WriteUInt64LittleEndian(to[(at + point + 1)..], text >> (8 * point));
        return at + length + 1;
    }

    /// <summary>Writes <paramref name="value"/> from <paramref name="at"/> on, with zeros before it where it has fewer digits than <paramref
    /// name="fewest"/>, and returns the offset behind it; needs room for a word more.</summary>
    public static int Write(Span<byte> to, int at, ulong value, int fewest = 1)
    {
        while (value >= Beyond || fewest > Digits)
        {
            at = Write(to, at, value / Beyond, Math.Max(fewest - Digits, 1));
            (value, fewest) = (value % Beyond, Digits);
        }

        BinaryPrimitives.WriteUInt64LittleEndian(to[at..], TextOf(value, fewest, out var length));
        return unchecked(at + length);
    }

    // The digits of a number that has no more than are made at once, the first in the lowest byte, with zeros before it where they are too few.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong TextOf(ulong value, int fewest, out int length)
    {
        // Halves, quarters and eighths of a word are divided side by side, the higher digits in the lower bytes: each multiplication is a division by
        // the ten, hundred or ten thousand below it.
        unchecked
        {
            var fours = value / 10_000;
            fours |= (value - (fours * 10_000)) << 32;
            var twos = (fours * 10486 >> 20) & 0x0000_007F_0000_007F;
            twos |= (fours - (twos * 100)) << 16;
            var ones = (twos * 103 >> 10) & 0x000F_000F_000F_000F;
            ones |= (twos - (ones * 10)) << 8;
            // The first digit that is written, by a bit that stands where it stands at the latest.
            var skipped = BitOperations.TrailingZeroCount(ones | (1UL << (8 * (Digits - fewest)))) & -8;
            length = Digits - (skipped >> 3);
            return (ones | 0x3030_3030_3030_3030) >> skipped;
        }
    }
}
