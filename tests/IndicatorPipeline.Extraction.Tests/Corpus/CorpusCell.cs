using System.Globalization;
using System.Text;

namespace IndicatorPipeline.Extraction.Tests.Corpus;

/// <summary>One field of an observation or a mention as the corpora write it.</summary>
internal static class CorpusCell
{
    private static readonly NumberFormatInfo Grouped = new() { NumberGroupSeparator = "_" };

    /// <exception cref="FormatException">There is no such column.</exception>
    public static string Of(Observation observation, string column) => column switch
    {
        "value" => Escape(observation.ValueText),
        "indicator" => observation.Indicator ?? ("- " + Escape(observation.IndicatorText)).TrimEnd(),
        "open" => observation.OpenIndicator ?? "-",
        "name" => Escape(observation.IndicatorText),
        "measure" => observation.Measure.Code(),
        "quantity" => Of(observation.Quantity),
        "status" => observation.Modality is { } modality ? $"{observation.Status.Code()} {modality.Code()}" : observation.Status.Code(),
        "period" => Of(observation.Period),
        "scope" => observation.Place is null ? observation.Scope.Code()
            : $"{observation.Scope.Code()} {observation.Place} {observation.RegionCode}".TrimEnd(),
        "rule" => observation.Rule,
        "subject" => observation.Derivation.Subject,
        "why this status" => observation.Derivation.Status,
        "why this period" => observation.Derivation.Period,
        _ => throw new FormatException($"no column '{column}'"),
    };

    /// <exception cref="FormatException">There is no such column.</exception>
    public static string Of(Mention mention, string text, string column) => column switch
    {
        "mention" => Escape(mention.Span.In(text).ToString()),
        "kind" => mention.Kind.ToString().ToLowerInvariant(),
        "quantity" => Of(mention.Value),
        "note" => (mention.Note ?? "-").Trim(),
        _ => throw new FormatException($"no column '{column}'"),
    };

    /// <summary>Makes what cannot be seen visible: <c>\u200B</c>.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (var c in text)
        {
            if (c == '\n') escaped.Append("\\n");
            else if (c == '|') escaped.Append("\\u007C");
            else if (c != ' ' && (char.IsControl(c) || char.IsWhiteSpace(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format))
                escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
            else escaped.Append(c);
        }

        return escaped.ToString();
    }

    /// <summary>The reverse of <see cref="Escape"/>.</summary>
    public static string Unescape(string text)
    {
        var plain = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\') plain.Append(text[i]);
            else if (text[i + 1] == 'n') (_, i) = (plain.Append('\n'), i + 1);
            else (_, i) = (plain.Append((char)int.Parse(text.AsSpan(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)), i + 5);
        }

        return plain.ToString();
    }

    private static string Of(Quantity? stated) => stated switch
    {
        null => "-",
        { Bound: Bound.Exact } exact => Amount($"{Number(exact.Low)}", exact.Unit),
        { Bound: Bound.Range } range => Amount($"{Number(range.Low)}..{Number(range.High)}", range.Unit),
        { } bounded => Amount($"{bounded.Bound.Code()} {Number(bounded.Low)}{(bounded.Low == bounded.High ? "" : $"..{Number(bounded.High)}")}",
            bounded.Unit),
    };

    private static string Amount(string number, string unit) => unit.Length == 0 ? number : $"{number} {unit}";

    // Areas in 亩 have no end of digits.
    private static string Number(decimal value) => decimal.Round(value, 4).ToString("#,0.####", Grouped);

    private static string Of(Period? years) => years switch
    {
        null => "-",
        { Part: { } part } within => $"{within.StartYear} {part}",
        { } one when one.StartYear == one.EndYear => $"{one.StartYear}",
        { } span => $"{span.StartYear}-{span.EndYear}",
    };
}
