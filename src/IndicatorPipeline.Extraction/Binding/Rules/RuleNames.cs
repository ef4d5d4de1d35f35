namespace IndicatorPipeline.Extraction.Binding.Rules;

/// <summary>The names of the rules, what each finds, as observations carry them.</summary>
internal static class RuleNames
{
    /// <summary>By <see cref="RuleKind"/>.</summary>
    public static readonly string[] All =
    [
        "doubling", "ratio to one", "distance from a yardstick", "share of a total", "average yearly change", "change in percent",
        "change in percentage points", "times as much", "absolute change", "percentage of a noun", "rate", "amount", "structure of sectors",
        "goal in words",
    ];
}
