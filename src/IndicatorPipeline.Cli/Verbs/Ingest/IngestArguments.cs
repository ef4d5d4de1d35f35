namespace IndicatorPipeline.Cli.Verbs.Ingest;

/// <summary>What was typed.</summary>
internal sealed record IngestArguments(IReadOnlyList<string> Sources, string? Jobs);
