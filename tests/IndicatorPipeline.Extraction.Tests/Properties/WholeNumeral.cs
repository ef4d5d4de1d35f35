using IndicatorPipeline.Extraction.Recognition.Numerals;
using IndicatorPipeline.Extraction.Recognition.Tokens;
using IndicatorPipeline.Extraction.Text;

namespace IndicatorPipeline.Extraction.Tests.Properties;

/// <summary>Reads a text that should be one number and nothing else.</summary>
internal static class WholeNumeral
{
    /// <summary>The number, or null with what was read instead.</summary>
    /// <param name="written">The number as written.</param>
    /// <param name="found">What was read, for a person.</param>
    public static Numeral? Read(string written, out string found)
    {
        // Words of a sentence around it: the reader must take all of the number and no more.
        var text = $"达到{written}元";
        var folded = new FoldedText();
        folded.Fold(text, 0, text.Length);
        var numerals = new Pieces<Numeral>();
        NumeralReader.Read(folded, 0, folded.Length, folded.Marks, numerals);
        found = numerals.Count == 0 ? "nothing" : string.Join(" + ", numerals.Span.ToArray().Select(numeral => $"{numeral.Low}"));
        if (numerals is not [{ } numeral] || numeral.Low != numeral.High) return null;
        return folded.SourceSpan(numeral.Start, numeral.End) == new TextSpan(2, 2 + written.Length) ? numeral : null;
    }
}
