namespace IndicatorPipeline.Extraction.Recognition.Numerals;

/// <summary>Doublings: 翻番, 翻一番 (2), 翻两番 (4), 翻了近一番, 翻1.6番 (3.0314). The value is the multiple, 2 to the power of the 番.</summary>
internal static class Doublings
{
    // 2 to the power of no, one, two, … tenths.
    private static readonly decimal[] Tenths = [1m, 1.0718m, 1.1487m, 1.2311m, 1.3195m, 1.4142m, 1.5157m, 1.6245m, 1.7411m, 1.8661m];

    /// <summary>Reads one at <paramref name="at"/>; returns where to go on; where there is none the numeral is left as it was.</summary>
    public static int Read(ReadOnlySpan<char> text, int at, ref Numeral numeral)
    {
        var i = at + 1;
        while (NumeralReader.At(text, i) is '了' or '近' or '约' or '超' or '过' or '将') i++;
        var traits = NumeralTraits.Doubling | NumeralTraits.Chinese;
        if (NumeralReader.At(text, i) == '番') return numeral.Set(at, i + 1, 2, 2, traits);
        var c = NumeralReader.At(text, i);
        var times = char.IsAsciiDigit(c) ? c - '0' : Scales.Digit(c);
        if (times is < 1 or > 9) return at + 1;
        i++;
        var tenths = 0;
        if (NumeralReader.At(text, i) is '.' or '点')
        {
            var tenth = NumeralReader.At(text, i + 1);
            tenths = char.IsAsciiDigit(tenth) ? tenth - '0' : Scales.Digit(tenth);
            if (tenths is < 1 or > 9) return at + 1;
            i += 2;
        }

        if (NumeralReader.At(text, i) == '个') i++;
        if (NumeralReader.At(text, i) is '多')
        {
            traits |= NumeralTraits.AndMore;
            i++;
        }

        if (NumeralReader.At(text, i) != '番') return at + 1;
        var value = (1 << times) * Tenths[tenths];
        return numeral.Set(at, i + 1, value, value, traits);
    }
}
