namespace IndicatorPipeline.Extraction.Recognition.Numerals;

/// <summary>Tenths, in percent: 六成 (60), 8成 (80), 七成五 (75), 四成半 (45).</summary>
internal static class Tenths
{
    /// <summary>Reads what ends with the 成 behind a number from 1 to 10 that <paramref name="scanner"/> has read. Returns the end, or 0.</summary>
    public static int Read(ReadOnlySpan<char> text, int start, in NumeralScanner scanner, ref Numeral numeral)
    {
        var end = scanner.Position;
        if (scanner.Value is < 1 or > 10 || (scanner.Traits & NumeralTraits.Vague) != 0) return 0;
        // 一成不变, 三成立, 二十成熟: 成 as the beginning of a word.
        if (NumeralReader.At(text, end + 1) is '不' or '立' or '为' or '功' or '果' or '熟' or '员' or '绩' or '本' or '就' or '长' or '品' or '交' or '套' or '片'
            or '批' or '都' or '效' or '了' or '型' or '份')
        {
            return 0;
        }
        var low = scanner.Value * 10;
        var high = scanner.High * 10;
        end++;
        if (Scales.Digit(NumeralReader.At(text, end)) is var digit and > 0)
        {
            low += digit;
            high += digit;
            end++;
        }
        else if (NumeralReader.At(text, end) == '半')
        {
            // 四成半.
            low += 5;
            high += 5;
            end++;
        }

        return numeral.Set(start, end, low, high, NumeralTraits.Percent | NumeralTraits.Fraction | NumeralTraits.Chinese);
    }
}
