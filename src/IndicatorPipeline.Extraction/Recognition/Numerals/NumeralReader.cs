using System.Buffers;
using IndicatorPipeline.Extraction.Recognition.Tokens;

namespace IndicatorPipeline.Extraction.Recognition.Numerals;

/// <summary>Finds the numbers of a folded text: Arabic, Chinese and mixed, with scales, fractions and doublings.</summary>
/// <remarks>
/// What comes in is folded text; what goes out are <see cref="Numeral"/>s in its order, not overlapping. Whether a number is a
/// quantity, a date or a slogan is not decided here.
/// </remarks>
internal static partial class NumeralReader
{
    /// <summary>Every character that a number can begin with: a text without any of them has no numbers.</summary>
    public static readonly SearchValues<char> Starters =
        SearchValues.Create("0123456789〇零一二两三四五六七八九十百千万亿几数翻半");

    /// <summary>Whether any of the numbers can be a quantity: one and two in Chinese characters are words (一些, 两手), unless a unit of their own follows (一倍, 两个百分点).</summary>
    public static bool AnyCounts(ReadOnlySpan<char> text, Pieces<Numeral> numerals)
    {
        foreach (var numeral in numerals)
        {
            const NumeralTraits Telling = NumeralTraits.Percent | NumeralTraits.Scaled | NumeralTraits.Doubling | NumeralTraits.Fraction | NumeralTraits.Decimals | NumeralTraits.Year;
            if ((numeral.Traits & NumeralTraits.Chinese) == 0 || (numeral.Traits & Telling) != 0 || numeral.High > 2) return true;
            if (At(text, numeral.End) is '倍' or '年' or '-' or '至' or '到' || (At(text, numeral.End) == '个' && At(text, numeral.End + 1) is '百' or '亿')) return true;
        }

        return false;
    }

    internal static char At(ReadOnlySpan<char> text, int at) => (uint)at < (uint)text.Length ? text[at] : '\0';
}
