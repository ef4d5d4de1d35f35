using Microsoft.Recognizers.Text;

namespace IndicatorPipeline.Extraction.Recognition.Numerals.Recognizers;

/// <summary>Percentages by their own writing, in percent: 百分之八点六 (8.6), 六成 (60). With a sign or 百分点 behind it, the number itself is what we call a
/// number.</summary>
internal static class Shares
{
    /// <summary>The numeral, with offsets in <paramref name="sentence"/>, or null.</summary>
    public static Numeral? Read(string sentence, ModelResult result)
    {
        var (start, end) = (result.Start, result.End + 1);
        var written = sentence.AsSpan(start, end - start);
        var tenths = written.Contains('成');
        if ((!tenths && !written.Contains("分之", StringComparison.Ordinal)) || RecognizedNumerals.Value(result) is not { } value) return null;
        return new Numeral(start, end, value, value,
            NumeralTraits.Percent | NumeralTraits.Chinese | (tenths ? NumeralTraits.Fraction : NumeralTraits.None));
    }
}
