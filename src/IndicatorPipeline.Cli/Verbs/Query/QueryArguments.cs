namespace IndicatorPipeline.Cli.Verbs.Query;

/// <summary>What was typed.</summary>
internal sealed record QueryArguments(
    string What,
    string? Indicator,
    string? Region,
    string? Year,
    string? Status,
    string? Measure,
    string? Document,
    string? Text,
    string? Limit,
    bool Csv,
    bool Chart);
