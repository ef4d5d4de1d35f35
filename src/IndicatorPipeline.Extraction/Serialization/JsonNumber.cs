using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;

namespace IndicatorPipeline.Extraction.Serialization;

/// <summary>Writes numbers as the base library writes them, which takes several times as long.</summary>
internal static class JsonNumber
{
    // So many places are moved at once to make room for the point.
    private const int MostPlaces = sizeof(ulong);

    /// <summary>Writes <paramref name="value"/> from <paramref name="at"/> on and returns the offset behind it; needs room for a long number and a word more.</summary>
    public static int Write(Span<byte> to, int at, decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var digits = unchecked(((ulong)(uint)bits[1] << 32) | (uint)bits[0]);
        int places = value.Scale;
        if (bits[2] != 0 || places > MostPlaces || digits == 0)
        {
            value.TryFormat(to[at..], out var written, default, CultureInfo.InvariantCulture);
            return at + written;
        }

        if (bits[3] < 0) to[at++] = (byte)'-';
        var end = Write(to, at, digits, places + 1);
        if (places == 0) return end;
        var point = end - places;
        var fraction = BinaryPrimitives.ReadUInt64LittleEndian(to[point..]);
        to[point] = (byte)'.';
        BinaryPrimitives.WriteUInt64LittleEndian(to[(point + 1)..], fraction);
        return end + 1;
    }

    /// <summary>Writes <paramref name="value"/> from <paramref name="at"/> on, with zeros before it where it has fewer digits than <paramref name="fewest"/>, and returns the offset behind it.</summary>
    public static int Write(Span<byte> to, int at, ulong value, int fewest = 1)
    {
        // log₁₀ 2 is 1233/4096; the power of ten tells whether it is one digit more.
        var estimate = (BitOperations.Log2(value | 1) + 1) * 1233 >> 12;
        var from = at + Math.Max(estimate + (value >= Powers[estimate] ? 1 : 0), fewest);
        var end = from;
        while (from - at > 1)
        {
            var rest = value / 100;
            var pair = (int)(value - (rest * 100)) * 2;
            value = rest;
            to[--from] = Pairs[pair + 1];
            to[--from] = Pairs[pair];
        }

        if (from > at) to[at] = (byte)('0' + value);
        return end;
    }

    private static ReadOnlySpan<byte> Pairs =>
        "0001020304050607080910111213141516171819202122232425262728293031323334353637383940414243444546474849"u8
        + "5051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899"u8;

    private static ReadOnlySpan<ulong> Powers =>
        [0, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000, 10000000000, 100000000000, 1000000000000, 10000000000000, 100000000000000, 1000000000000000, 10000000000000000, 100000000000000000, 1000000000000000000, 10000000000000000000];
}
