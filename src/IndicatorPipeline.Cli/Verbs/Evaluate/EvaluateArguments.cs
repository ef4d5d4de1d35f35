namespace IndicatorPipeline.Cli.Verbs.Evaluate;

/// <summary>What was typed.</summary>
internal sealed record EvaluateArguments(string Gold, IReadOnlyList<string> Paths, string? Ranges, int Errors, bool Confusions, string Format);
