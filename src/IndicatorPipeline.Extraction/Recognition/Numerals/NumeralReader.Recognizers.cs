using IndicatorPipeline.Extraction.Recognition.Numerals.Recognizers;
using IndicatorPipeline.Extraction.Recognition.Tokens;

namespace IndicatorPipeline.Extraction.Recognition.Numerals;

/// <content>Reading by Microsoft.Recognizers.Text.Number, in a build with NumberReader=Recognizers.</content>
internal static partial class NumeralReader
{
    /// <summary>What stored results say of who read their numbers.</summary>
    public const string Name = "recognizers";

    /// <summary>Appends the numbers of <paramref name="text"/> between <paramref name="start"/> and <paramref name="end"/>.</summary>
    public static void Read(ReadOnlySpan<char> text, int start, int end, Pieces<Numeral> numerals) => RecognizedNumerals.Read(text, start, end, numerals);
}
