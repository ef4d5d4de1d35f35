using IndicatorPipeline.Extraction;

namespace IndicatorPipeline.Cli.Output;

/// <summary>The fields of an observation in the order that outside readers rely on.</summary>
internal static class ObservationColumns
{
    public static IReadOnlyList<ObservationColumn> All { get; } =
    [
        new("document", observation => observation.Document.Id),
        new("speech", observation => observation.Speech.Number),
        new("start", observation => observation.Span.Start),
        new("end", observation => observation.Span.End),
        new("quote", observation => observation.Quote),
        new("value_text", observation => observation.ValueText),
        new("indicator", observation => observation.Indicator),
        new("indicator_text", observation => observation.IndicatorText),
        new("measure", observation => observation.Measure.Code()),
        new("low", observation => Shortest(observation.Quantity?.Low)),
        new("high", observation => Shortest(observation.Quantity?.High)),
        new("bound", observation => observation.Quantity?.Bound.Code()),
        new("unit", observation => observation.Quantity?.Unit),
        new("status", observation => observation.Status.Code()),
        new("period_start", observation => observation.Period?.StartYear),
        new("period_end", observation => observation.Period?.EndYear),
        new("period_part", observation => observation.Period?.Part),
        new("scope", observation => observation.Scope.Code()),
        new("place", observation => observation.Place),
        new("region_code", observation => observation.RegionCode),
        new("rule", observation => observation.Rule),
        new("confidence", observation => Shortest(observation.Confidence)),
        new("modality", observation => observation.Modality?.Code()),
        new("open_indicator", observation => observation.OpenIndicator),
    ];

    /// <summary>The same number without zeros at its end: 5.70 and 5.7 must not give two spellings.</summary>
    private static decimal? Shortest(decimal? number) => number / 1.0000000000000000000000000000m;
}
