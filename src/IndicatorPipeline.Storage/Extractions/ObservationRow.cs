using IndicatorPipeline.Extraction;

namespace IndicatorPipeline.Storage.Extractions;

/// <summary>
/// What a row of <c>indicators.observation</c> says of a quantity, times, versions and numbers of rows apart. Equal rows are
/// one statement read alike.
/// </summary>
internal sealed record ObservationRow
{
    public required int SpeechNumber { get; init; }

    public required Sentence Quote { get; init; }

    public required ObservationPlace At { get; init; }

    public required string ValueText { get; init; }

    public string? Indicator { get; init; }

    public string? OpenIndicator { get; init; }

    public required string IndicatorText { get; init; }

    public required string Measure { get; init; }

    public decimal? Low { get; init; }

    public decimal? High { get; init; }

    public string? Bound { get; init; }

    public string? Unit { get; init; }

    public required string Status { get; init; }

    public string? Modality { get; init; }

    public short? PeriodStartYear { get; init; }

    public short? PeriodEndYear { get; init; }

    public string? PeriodPart { get; init; }

    public required string Scope { get; init; }

    public string? Place { get; init; }

    public string? RegionCode { get; init; }

    public required string Rule { get; init; }

    public required decimal Confidence { get; init; }

    public static ObservationRow Of(Observation observation, Sentence quote, short ordinal) => new()
    {
        SpeechNumber = observation.Speech.Number,
        Quote = quote,
        At = new ObservationPlace(observation.Span.Start, observation.Span.End, ordinal),
        ValueText = StorableText.Of(observation.ValueText),
        Indicator = observation.Indicator,
        OpenIndicator = observation.OpenIndicator,
        IndicatorText = StorableText.Of(observation.IndicatorText),
        Measure = observation.Measure.Code(),
        Low = observation.Quantity?.Low,
        High = observation.Quantity?.High,
        Bound = observation.Quantity?.Bound.Code(),
        Unit = observation.Quantity?.Unit,
        Status = observation.Status.Code(),
        Modality = observation.Modality?.Code(),
        PeriodStartYear = (short?)observation.Period?.StartYear,
        PeriodEndYear = (short?)observation.Period?.EndYear,
        PeriodPart = observation.Period?.Part,
        Scope = observation.Scope.Code(),
        Place = StorableText.OrNull(observation.Place),
        RegionCode = observation.RegionCode,
        Rule = observation.Rule,
        Confidence = decimal.Round(observation.Confidence, 4),
    };
}
