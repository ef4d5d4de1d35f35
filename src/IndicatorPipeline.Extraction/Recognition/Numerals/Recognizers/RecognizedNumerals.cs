using System.Buffers;
using System.Globalization;
using IndicatorPipeline.Extraction.Recognition.Tokens;
using IndicatorPipeline.Extraction.Text;
using Microsoft.Recognizers.Text;
using Microsoft.Recognizers.Text.Number;

namespace IndicatorPipeline.Extraction.Recognition.Numerals.Recognizers;

/// <summary>
/// Finds the numbers of a folded text with Microsoft.Recognizers.Text.Number.
/// </summary>
/// <remarks>
/// The library gives a value and a span; what else the writing says (万余, 几十, a year) is read from the text around. Doublings (翻番) are no numbers to
/// it, so that ours are read. It folds what it is given once more (full width, 、 and case), but character by character: its offsets hold, its text is
/// not used. It fails on a range of two scaled numbers (8亿-10亿) and then gives no number of the whole text, without a reason: so it is given what
/// stands between the dashes.
/// </remarks>
internal static class RecognizedNumerals
{
    private static readonly SearchValues<char> Beginnings = SearchValues.Create(MarkFinder.NumberBeginnings);

    // No results kept between texts: memory stays constant. No time limit: what is read must not depend on the machine's speed.
    private static readonly NumberRecognizer Recognizer = new(Culture.Chinese, NumberOptions.NoProtoCache, lazyInitialization: true);
    private static readonly NumberModel Numbers = Recognizer.GetNumberModel();
    private static readonly PercentModel Percentages = Recognizer.GetPercentageModel();

    /// <summary>Appends the numbers of <paramref name="text"/> between <paramref name="start"/> and <paramref name="end"/>, in its order, not
    /// overlapping.</summary>
    public static void Read(ReadOnlySpan<char> text, int start, int end, Pieces<Numeral> numerals)
    {
        foreach (var piece in text[start..end].Split('-'))
        {
            var (at, length) = (start + piece.Start.Value, piece.End.Value - piece.Start.Value);
            if (text.Slice(at, length).IndexOfAny(Beginnings) >= 0) Read(text.Slice(at, length).ToString(), at, numerals);
        }
    }

    private static void Read(string text, int start, Pieces<Numeral> numerals)
    {
        var found = new List<Numeral>();
        ReadDoublings(text, found);
        foreach (var result in Percentages.Parse(text)) Add(Shares.Read(text, result), found);
        foreach (var result in Numbers.Parse(text)) Add(PlainNumbers.Read(text, result), found);
        found.Sort(static (one, other) => one.Start.CompareTo(other.Start));
        foreach (var numeral in found) numerals.Add(numeral with { Start = numeral.Start + start, End = numeral.End + start });
    }

    /// <summary>The value that the library prints, with or without a percent sign; null where it gives none that can be counted.</summary>
    internal static decimal? Value(ModelResult result) =>
        result.Resolution.TryGetValue(ResolutionKey.Value, out var value) && value is string printed
        && decimal.TryParse(printed.TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && number < NumeralScanner.TooLarge
            ? number
            : null;

    private static void ReadDoublings(string sentence, List<Numeral> found)
    {
        for (var at = sentence.IndexOf('翻', StringComparison.Ordinal); at >= 0; at = at < sentence.Length ? sentence.IndexOf('翻', at) : -1)
        {
            var numeral = default(Numeral);
            at = Doublings.Read(sentence, at, ref numeral);
            Add(numeral.End > 0 ? numeral : null, found);
        }
    }

    private static void Add(Numeral? numeral, List<Numeral> found)
    {
        // The share 百分之五 holds the number 五, the doubling 翻两番 the number 两: the first reading stands.
        if (numeral is { } one && !found.Exists(other => one.Start < other.End && other.Start < one.End)) found.Add(one);
    }
}
