using System.Globalization;
using IndicatorPipeline.Extraction;

namespace IndicatorPipeline.Cli.Output;

/// <summary>Observations in words and numbers that a person reads at a glance.</summary>
internal static class ObservationWords
{
    private static readonly Dictionary<string, string> NamesByCode =
        Catalog.Indicators.ToDictionary(indicator => indicator.Code, indicator => indicator.NameZh, StringComparer.Ordinal);

    public static string Period(Period? period) => period switch
    {
        null => "?",
        { Part: { } part } one => string.Create(CultureInfo.InvariantCulture, $"{one.StartYear} {part}"),
        { } span when span.StartYear != span.EndYear => string.Create(CultureInfo.InvariantCulture, $"{span.StartYear}–{span.EndYear}"),
        { } year => year.StartYear.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>The catalogue's name where there is one, else the text's.</summary>
    public static string Indicator(Observation observation) =>
        (observation.Indicator ?? observation.OpenIndicator) is { } code && NamesByCode.TryGetValue(code, out var name)
            ? name
            : observation.IndicatorText;

    public static string Measure(Measure measure) => measure.Code().Replace('_', ' ');

    public static string Value(Observation observation) =>
        observation.Quantity is { } quantity
            ? QuantityWords.Of(quantity.Low, quantity.High, quantity.Bound.Code(), quantity.Unit)
            : $"“{observation.ValueText}”";

    /// <summary>Up to <paramref name="reach"/> characters before and behind the value, within its sentence, on one line.</summary>
    public static (string Before, string Value, string After) Around(Observation observation, int reach)
    {
        var text = observation.Document.Text;
        var (value, quote) = (observation.Span, observation.QuoteSpan);
        var from = Math.Clamp(value.Start - reach, Math.Min(quote.Start, value.Start), value.Start);
        var to = Math.Clamp(value.End + reach, value.End, Math.Max(quote.End, value.End));
        return (
            (from > quote.Start ? "…" : "") + OneLine(text[from..value.Start]),
            OneLine(observation.ValueText),
            OneLine(text[value.End..to]) + (to < quote.End ? "…" : ""));
    }

    private static string OneLine(string text) =>
        string.Concat(text.Where(character => !char.IsControl(character) && !char.IsWhiteSpace(character) && !char.IsSurrogate(character)));
}
