namespace IndicatorPipeline.Cli.Verbs.Explain;

/// <summary>What was typed.</summary>
internal sealed record ExplainArguments(string Sentence, string? Date, string? Region, string Format);
