using System.Globalization;

namespace IndicatorPipeline.Cli.Verbs.Evaluate;

/// <summary>A field that a matched pair is judged by.</summary>
/// <param name="Name">Its name in the report.</param>
/// <param name="Agrees">Whether annotation and extraction say the same.</param>
/// <param name="Shown">The field in words, for confusions.</param>
internal sealed record ScoredField(string Name, Func<ScoredObservation, ScoredObservation, bool> Agrees, Func<ScoredObservation, string> Shown)
{
    /// <summary>All fields, in the order of the report.</summary>
    public static IReadOnlyList<ScoredField> All { get; } =
    [
        new("value",
            (gold, found) => Close(gold.Low, found.Low) && Close(gold.High, found.High),
            shown => string.Create(CultureInfo.InvariantCulture, $"{shown.Low}..{shown.High}")),
        new("unit", (gold, found) => gold.Unit == found.Unit || (IsCount(gold.Unit) && IsCount(found.Unit)), shown => shown.Unit ?? "null"),
        new("bound", (gold, found) => gold.Bound == found.Bound, shown => shown.Bound ?? "null"),
        new("measure", (gold, found) => gold.Measure == found.Measure, shown => shown.Measure ?? "null"),
        new("status", (gold, found) => gold.Status == found.Status, shown => shown.Status ?? "null"),
        new("period",
            (gold, found) => (gold.PeriodStart, gold.PeriodEnd) == (found.PeriodStart, found.PeriodEnd),
            shown => string.Create(CultureInfo.InvariantCulture, $"{shown.PeriodStart}–{shown.PeriodEnd}")),
        new("scope", (gold, found) => gold.Scope == "own" == (found.Scope == "own"), shown => shown.Scope ?? "null"),
        new("indicator", (gold, found) => gold.Indicator == found.Indicator, shown => shown.Indicator ?? "null"),
    ];

    /// <summary>Firms and families are both counted 户: the annotators did not tell them apart everywhere.</summary>
    private static bool IsCount(string? unit) => unit is "item" or "household";

    /// <summary>Equal but for the rounding of conversions (亩 to m²).</summary>
    private static bool Close(decimal? one, decimal? other) => (one, other) switch
    {
        (null, null) => true,
        ({ } a, { } b) => Math.Abs(a - b) <= 1e-6m * Math.Max(1m, Math.Max(Math.Abs(a), Math.Abs(b))),
        _ => false,
    };
}
