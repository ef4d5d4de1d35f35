namespace IndicatorPipeline.Storage.Failures;

/// <summary>When a failed document is tried again.</summary>
public sealed record RetrySchedule
{
    /// <summary>Six attempts over about four days: after 15 minutes, 1 hour, 4 hours, 16 hours, and a day twice at most.</summary>
    public static RetrySchedule Default { get; } = new();

    /// <summary>Attempts after which a document is set aside, at least 1. The default is 6.</summary>
    public int MaxAttempts { get; init; } = 6;

    /// <summary>Delay behind the first failure. The default is 15 minutes.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>By how much each delay is longer than the one before. The default is 4.</summary>
    public double Factor { get; init; } = 4;

    /// <summary>Longest delay. The default is a day.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromDays(1);
}
