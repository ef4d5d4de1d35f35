using Microsoft.Recognizers.Text;

namespace IndicatorPipeline.Extraction.Recognition.Numerals.Recognizers;

/// <summary>Numbers and fractions: 3.2万亿, 五百, 25万余; 三分之二 (66.6667), 1/4 (25), 一半 (50), the last ones in percent.</summary>
internal static class PlainNumbers
{
    /// <summary>The numeral, with offsets in <paramref name="sentence"/>, or null.</summary>
    public static Numeral? Read(string sentence, ModelResult result)
    {
        if (RecognizedNumerals.Value(result) is not { } value) return null;
        var (start, end) = (result.Start, result.End + 1);
        // A sign in front is a dash or a range's middle in these texts, never a minus.
        while (start < end && sentence[start] is '-' or '负' or ' ') start++;
        if (start == end) return null;
        value = Math.Abs(value);
        var written = sentence.AsSpan(start, end - start);
        if (written is "半") return Half(sentence, start);
        // 1/4, but neither 2024/15 nor 24/7.
        if (written.Contains('/') && (value >= 1 || written.Length > 4)) return null;
        if (written.Contains('/') || written.Contains("分之", StringComparison.Ordinal))
        {
            value = decimal.Round(value * 100, 4);
            return new Numeral(start, end, value, value, NumeralTraits.Percent | NumeralTraits.Fraction | Traits(written, value));
        }

        var traits = Traits(written, value);
        if (At(sentence, start - 1) is '几' or '数') traits |= NumeralTraits.Vague;
        // It reads 多 and 余 before a scale (500多万) but stops in front of those behind it (25万余) and behind digits (110余公里).
        if ((sentence[end - 1] is '十' or '百' or '千' or '万' or '亿' || char.IsAsciiDigit(sentence[end - 1])) && At(sentence, end) is '多' or '余')
        {
            traits |= NumeralTraits.AndMore;
            end++;
        }

        return new Numeral(start, end, value, value, traits);
    }

    // 一半 and 半数; in 上半年 and 半导体 it is no number.
    private static Numeral? Half(string sentence, int at)
    {
        const NumeralTraits Traits = NumeralTraits.Chinese | NumeralTraits.Fraction | NumeralTraits.Percent;
        if (At(sentence, at + 1) == '数') return new Numeral(at, at + 2, 50, 50, Traits);
        return At(sentence, at - 1) == '一' ? new Numeral(at - 1, at + 1, 50, 50, Traits) : null;
    }

    private static char At(string sentence, int at) => at >= 0 && at < sentence.Length ? sentence[at] : '\0';

    private static NumeralTraits Traits(ReadOnlySpan<char> written, decimal value)
    {
        var traits = NumeralTraits.None;
        if (!char.IsAsciiDigit(written[0])) traits |= NumeralTraits.Chinese;
        if (written.IndexOfAny('.', '点') > 0) traits |= NumeralTraits.Decimals;
        if (written.IndexOfAny('多', '余', '几') > 0) traits |= NumeralTraits.AndMore;
        if (written[^1] is '万' or '亿') traits |= NumeralTraits.Scaled;
        if (written.Length == 4 && !written.ContainsAnyExceptInRange('0', '9') && value is >= 1900 and <= 2099) traits |= NumeralTraits.Year;
        if (!written.ContainsAnyExcept("百千万亿")) traits |= NumeralTraits.ScaleOnly;
        return traits;
    }
}
