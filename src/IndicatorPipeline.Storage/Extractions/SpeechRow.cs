using System.Text.Json;
using System.Text.Json.Serialization;
using IndicatorPipeline.Extraction;

namespace IndicatorPipeline.Storage.Extractions;

/// <summary>
/// What a row of <c>indicators.speech</c> says of a speech, times and numbers of rows apart. Equal rows are one state of the speech.
/// </summary>
internal sealed record SpeechRow
{
    public required int Number { get; init; }

    public required int SpanStart { get; init; }

    public required int SpanEnd { get; init; }

    public string? Title { get; init; }

    public string? TitleEvidence { get; init; }

    public DateOnly? Date { get; init; }

    public string? DateEvidence { get; init; }

    public short? Year { get; init; }

    public string? YearEvidence { get; init; }

    public string? Place { get; init; }

    public string? PlaceEvidence { get; init; }

    public string? RegionCode { get; init; }

    public string? RegionEvidence { get; init; }

    public required string Level { get; init; }

    public string? Speaker { get; init; }

    public string? Office { get; init; }

    /// <summary>JSON in the one form of <see cref="Canonical"/>.</summary>
    public required string Sections { get; init; }

    public static SpeechRow Of(Speech speech) => new()
    {
        Number = speech.Number,
        SpanStart = speech.Span.Start,
        SpanEnd = speech.Span.End,
        Title = StorableText.OrNull(speech.Title?.Value),
        TitleEvidence = speech.Title?.Evidence.Code(),
        Date = speech.Date?.Value,
        DateEvidence = speech.Date?.Evidence.Code(),
        Year = (short?)speech.Year?.Value,
        YearEvidence = speech.Year?.Evidence.Code(),
        Place = StorableText.OrNull(speech.Place?.Value),
        PlaceEvidence = speech.Place?.Evidence.Code(),
        RegionCode = speech.RegionCode?.Value,
        RegionEvidence = speech.RegionCode?.Evidence.Code(),
        Level = speech.Level.Code(),
        Speaker = StorableText.OrNull(speech.Speaker),
        Office = StorableText.OrNull(speech.Office),
        Sections = JsonSerializer.Serialize(speech.Sections.Select(section =>
            new SectionJson(section.Span.Start, section.Span.End, StorableText.Of(section.Heading), section.Kind.Code()))),
    };

    /// <summary>The sections as PostgreSQL gives them back, in the form in which they are written: it orders and spaces JSON its own way.</summary>
    public static string Canonical(string sections) => JsonSerializer.Serialize(JsonSerializer.Deserialize<IReadOnlyList<SectionJson>>(sections));

    private sealed record SectionJson(
        [property: JsonPropertyName("start")] int Start,
        [property: JsonPropertyName("end")] int End,
        [property: JsonPropertyName("heading")] string Heading,
        [property: JsonPropertyName("kind")] string Kind);
}
