namespace IndicatorPipeline.Cli.Verbs.Work;

/// <summary>What was typed.</summary>
internal sealed record WorkArguments(IReadOnlyList<string> Sources, string? Cron, string? TimeZone, string? HealthPort, string Log);
