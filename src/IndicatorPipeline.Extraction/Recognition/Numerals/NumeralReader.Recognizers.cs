using IndicatorPipeline.Extraction.Recognition.Numerals.Recognizers;
using IndicatorPipeline.Extraction.Recognition.Tokens;
using IndicatorPipeline.Extraction.Text;

namespace IndicatorPipeline.Extraction.Recognition.Numerals;

/// <content>Reading by Microsoft.Recognizers.Text.Number, in a build with NumberReader=Recognizers.</content>
internal static partial class NumeralReader
{
    /// <summary>What stored results say of who read their numbers.</summary>
    public const string Name = "recognizers";

    /// <summary>Appends the numbers of the sentence of <paramref name="folded"/> between <paramref name="start"/> and <paramref
    /// name="end"/>.</summary>
    /// <param name="folded">The text.</param>
    /// <param name="start">Offset in it.</param>
    /// <param name="end">Offset behind the last code unit.</param>
    /// <param name="marks">Not used: the package looks for numbers itself.</param>
    /// <param name="numerals">Where they are added.</param>
    public static void Read(FoldedText folded, int start, int end, ReadOnlySpan<TextMark> marks, Pieces<Numeral> numerals) =>
        RecognizedNumerals.Read(folded.Span, start, end, numerals);
}
