using IndicatorPipeline.Extraction.Tests.Corpus;

namespace IndicatorPipeline.Extraction.Tests.Properties;

/// <summary>What is read from a text, in a form that can be compared.</summary>
internal static class Readings
{
    private static readonly string[] Fields = ["indicator", "name", "measure", "quantity", "status", "period", "scope", "rule"];

    /// <summary>Texts of all corpora with their settings.</summary>
    public static IReadOnlyList<CorpusCase> Cases { get; } =
        [.. CorpusFile.All.Values.OrderBy(file => file.Name, StringComparer.Ordinal).SelectMany(file => file.Cases)];

    /// <summary>Each observation and each unbound quantity as a line, with its span as <paramref name="place"/> gives it.</summary>
    public static IReadOnlyList<string> Of(DocumentExtraction extraction, Func<TextSpan, string> place) =>
    [
        .. extraction.Observations.Select(observation =>
            $"{place(observation.Span)} {string.Join(" | ", Fields.Select(field => CorpusCell.Of(observation, field)))}"),
        .. extraction.Unbound.Select(span => $"{place(span)} unbound"),
    ];

    /// <summary>The same with offsets as they are.</summary>
    public static IReadOnlyList<string> Of(DocumentExtraction extraction) => Of(extraction, span => span.ToString());

    /// <summary>What one has and the other has not, for a person, or null.</summary>
    public static string? Difference(IReadOnlyList<string> expected, IReadOnlyList<string> actual) =>
        expected.SequenceEqual(actual) ? null
            : $"expected\n  {string.Join("\n  ", expected.Except(actual))}\nactual\n  {string.Join("\n  ", actual.Except(expected))}";
}
