using IndicatorPipeline.Extraction;

namespace IndicatorPipeline.Cli.Verbs.Evaluate;

/// <summary>What the scorer compares: the same fields of an annotated and of an extracted observation.</summary>
internal sealed record ScoredObservation
{
    public required string Document { get; init; }

    public required int Start { get; init; }

    public required int End { get; init; }

    public string? ValueText { get; init; }

    public string? IndicatorText { get; init; }

    public string? Indicator { get; init; }

    public string? Measure { get; init; }

    public decimal? Low { get; init; }

    public decimal? High { get; init; }

    public string? Bound { get; init; }

    public string? Unit { get; init; }

    public string? Status { get; init; }

    public int? PeriodStart { get; init; }

    public int? PeriodEnd { get; init; }

    public string? Scope { get; init; }

    /// <summary>Whether the catalogue holds the indicator.</summary>
    public bool IsCore => Indicator is not null;

    public static ScoredObservation From(Observation observation) => new()
    {
        Document = observation.Document.Id,
        Start = observation.Span.Start,
        End = observation.Span.End,
        ValueText = observation.ValueText,
        IndicatorText = observation.IndicatorText,
        Indicator = observation.Indicator,
        Measure = observation.Measure.Code(),
        Low = observation.Quantity?.Low,
        High = observation.Quantity?.High,
        Bound = observation.Quantity?.Bound.Code(),
        Unit = observation.Quantity?.Unit,
        Status = observation.Status.Code(),
        PeriodStart = observation.Period?.StartYear,
        PeriodEnd = observation.Period?.EndYear,
        Scope = observation.Scope.Code(),
    };
}
