using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using IndicatorPipeline.Extraction.Recognition.Numerals;

namespace IndicatorPipeline.Extraction.Serialization;

/// <summary>Writes numbers as the base library writes them, which takes several times as long.</summary>
internal static class JsonNumber
{
    // So many digits are made at once, and so many places are moved at once to make room for the point.
    private const int Digits = sizeof(ulong);
    private const ulong Beyond = 100_000_000;

    /// <summary>Writes <paramref name="value"/> from <paramref name="at"/> on and returns the offset behind it; needs room for a long number and a
    /// word more.</summary>
    public static int Write(Span<byte> to, int at, decimal value)
    {
        if (!DecimalDigits.TryRead(value, out var digits, out var places) || places > Digits || digits == 0)
        {
            value.TryFormat(to[at..], out var written, default, CultureInfo.InvariantCulture);
            return at + written;
        }

        if (decimal.IsNegative(value)) to[at++] = (byte)'-';
        var end = Write(to, at, digits, places + 1);
        if (places == 0) return end;
        var point = end - places;
        var fraction = BinaryPrimitives.ReadUInt64LittleEndian(to[point..]);
        to[point] = (byte)'.';
        BinaryPrimitives.WriteUInt64LittleEndian(to[(point + 1)..], fraction);
        return end + 1;
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
            BinaryPrimitives.WriteUInt64LittleEndian(to[at..], (ones | 0x3030_3030_3030_3030) >> skipped);
            return at + Digits - (skipped >> 3);
        }
    }
}
