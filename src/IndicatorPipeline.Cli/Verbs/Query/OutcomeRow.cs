namespace IndicatorPipeline.Cli.Verbs.Query;

/// <summary>A row of <c>mart.target_outcome</c>.</summary>
internal sealed record OutcomeRow
{
    public required string RegionCode { get; init; }

    public required string RegionName { get; init; }

    public required string Indicator { get; init; }

    public required string IndicatorNameZh { get; init; }

    public required string Measure { get; init; }

    public short Year { get; init; }

    public decimal? TargetLow { get; init; }

    public decimal? TargetHigh { get; init; }

    public string? TargetBound { get; init; }

    public string? TargetUnit { get; init; }

    public string? TargetText { get; init; }

    public decimal? OutcomeLow { get; init; }

    public decimal? OutcomeHigh { get; init; }

    public string? OutcomeBound { get; init; }

    public string? OutcomeUnit { get; init; }

    public decimal? Gap { get; init; }

    public bool? Met { get; init; }

    public string? TargetDocument { get; init; }

    public string? OutcomeDocument { get; init; }
}
