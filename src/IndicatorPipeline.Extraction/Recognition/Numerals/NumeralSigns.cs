using System.Runtime.CompilerServices;

namespace IndicatorPipeline.Extraction.Recognition.Numerals;

/// <summary>What each folded character is to a number, in one byte: the kind in the high half, a digit's value or a scale's power of ten in the low
/// one.</summary>
internal static class NumeralSigns
{
    /// <summary>No part of a number.</summary>
    public const int None = 0;

    /// <summary>A Chinese digit.</summary>
    public const int Digit = 1;

    /// <summary>An Arabic digit.</summary>
    public const int Arabic = 2;

    /// <summary>十, 百, 千, 万, 亿.</summary>
    public const int Scale = 3;

    /// <summary>What else a number can go on with: 几, 数, 多, 余, 来, 点, 分之, 成, 半, a slash.</summary>
    public const int Other = 4;

    /// <summary>What hides digits: 20xx, *亿元.</summary>
    public const int Mask = 5;

    private const string Others = "几数多余来点分成半/";

    /// <summary>By character; asked for once a sentence.</summary>
    public static ReadOnlySpan<byte> All => Table;

    private static readonly byte[] Table = Build();

    /// <summary>The kind in an entry of <see cref="All"/>.</summary>
    public static int Kind(byte sign) => sign >> 4;

    /// <summary>The value of a digit or the power of ten of a scale.</summary>
    public static int Value(byte sign) => sign & 15;

    /// <summary>Whether a character hides digits, which its sign says too: but the signs of a text's characters lie far apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsMask(char c) => c is 'x' or '*' or '×' or '#';

    private static byte[] Build()
    {
        var table = new byte[char.MaxValue + 1];
        foreach (var c in Others) table[c] = Other << 4;
        for (var c = '\0'; c < 256; c++)
            if (IsMask(c)) table[c] = Mask << 4;
        for (var c = '0'; c <= '9'; c++) table[c] = (byte)((Arabic << 4) | (c - '0'));
        foreach (var c in "〇零一二两三四五六七八九") table[c] = (byte)((Digit << 4) | Scales.Digit(c));
        foreach (var c in "十百千万亿") table[c] = (byte)((Scale << 4) | Scales.Of(c));
        return table;
    }
}
