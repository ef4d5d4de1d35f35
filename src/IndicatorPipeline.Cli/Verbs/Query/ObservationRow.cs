namespace IndicatorPipeline.Cli.Verbs.Query;

/// <summary>A row of <c>mart.observation</c>.</summary>
internal sealed record ObservationRow
{
    public required string Document { get; init; }

    public int Speech { get; init; }

    public int SpanStart { get; init; }

    public int SpanEnd { get; init; }

    public required string Quote { get; init; }

    public required string ValueText { get; init; }

    public string? Indicator { get; init; }

    public string? OpenIndicator { get; init; }

    public required string IndicatorText { get; init; }

    /// <summary>The catalogue's name of either kind of code, or null.</summary>
    public string? IndicatorNameZh { get; init; }

    public required string Measure { get; init; }

    public decimal? Low { get; init; }

    public decimal? High { get; init; }

    public string? Bound { get; init; }

    public string? Unit { get; init; }

    public required string Status { get; init; }

    public short? PeriodStartYear { get; init; }

    public short? PeriodEndYear { get; init; }

    public string? PeriodPart { get; init; }

    public required string Scope { get; init; }

    public string? Place { get; init; }

    public string? RegionCode { get; init; }

    public string? RegionName { get; init; }

    public decimal Confidence { get; init; }
}
