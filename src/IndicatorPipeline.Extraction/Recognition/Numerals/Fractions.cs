namespace IndicatorPipeline.Extraction.Recognition.Numerals;

/// <summary>Fractions, in percent: 百分之八点六 (8.6), 千分之四点五 (0.45), 三分之二 (66.6667), 1/4 (25).</summary>
internal static class Fractions
{
    /// <summary>Reads what stands behind 分之; <paramref name="denominator"/> has been read. Returns the end, or 0.</summary>
    public static int Read(ReadOnlySpan<char> text, int start, in NumeralScanner denominator, ref Numeral numeral)
    {
        if (denominator.Value <= 1 && (denominator.Traits & NumeralTraits.ScaleOnly) == 0) return 0;
        var whole = (denominator.Traits & NumeralTraits.ScaleOnly) != 0;
        var scanner = new NumeralScanner(text, NumeralSigns.All, denominator.Position + 2);
        if (denominator.Position + 2 >= text.Length || !scanner.Scan()) return 0;
        if ((scanner.Traits & NumeralTraits.Vague) != 0 || denominator.Value == 0) return 0;
        var low = scanner.Value * 100 / denominator.Value;
        var high = scanner.High * 100 / denominator.Value;
        var traits = NumeralTraits.Percent | NumeralTraits.Chinese | (scanner.Traits & (NumeralTraits.AndMore | NumeralTraits.Decimals));
        if (!whole)
        {
            if (low > 100) return 0;
            traits |= NumeralTraits.Fraction;
            low = decimal.Round(low, 4);
            high = decimal.Round(high, 4);
        }

        return numeral.Set(start, scanner.Position, low, high, traits);
    }

    /// <summary>Reads 1/4; <paramref name="numerator"/> has been read. Returns the end, or 0.</summary>
    public static int ReadSlash(ReadOnlySpan<char> text, int start, in NumeralScanner numerator, ref Numeral numeral)
    {
        var behind = numerator.Position + 1;
        if (numerator.Value is < 1 or > 9 || behind >= text.Length || !char.IsAsciiDigit(text[behind])) return 0;
        var scanner = new NumeralScanner(text, NumeralSigns.All, behind);
        if (!scanner.Scan()) return 0;
        if (scanner.Value is < 2 or > 10 || scanner.Value <= numerator.Value || NumeralReader.At(text, scanner.Position) == '/') return 0;
        var value = decimal.Round(numerator.Value * 100 / scanner.Value, 4);
        return numeral.Set(start, scanner.Position, value, value, NumeralTraits.Percent | NumeralTraits.Fraction);
    }
}
