namespace IndicatorPipeline.Cli.Verbs.Extract;

/// <summary>What was typed.</summary>
internal sealed record ExtractArguments(IReadOnlyList<string> Paths, string Format, string? Input, string? Date, string? Region);
