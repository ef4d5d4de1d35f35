namespace IndicatorPipeline.Storage.Failures;

/// <summary>A document that cannot be read or stored at present.</summary>
public sealed record Failure
{
    /// <summary>Number of the failure.</summary>
    public required long FailureId { get; init; }

    /// <summary>The document's collection.</summary>
    public required string Source { get; init; }

    /// <summary>The document's place in the collection.</summary>
    public required string Path { get; init; }

    /// <summary>fetch, read, extract or save.</summary>
    public required string Stage { get; init; }

    /// <summary>What kind of failure.</summary>
    public required string Kind { get; init; }

    /// <summary>Why it failed last.</summary>
    public required string Reason { get; init; }

    /// <summary>What a person can do about it, or null.</summary>
    public string? Remedy { get; init; }

    /// <summary>How often it has failed in a row.</summary>
    public required int Attempts { get; init; }

    /// <summary>First failure.</summary>
    public required DateTimeOffset FirstFailedAt { get; init; }

    /// <summary>Last failure.</summary>
    public required DateTimeOffset LastFailedAt { get; init; }

    /// <summary>When it is tried again; null when set aside.</summary>
    public DateTimeOffset? NextAttemptAt { get; init; }

    /// <summary>When it was given up until a person or a changed file brings it back; null while it is retried.</summary>
    public DateTimeOffset? SetAsideAt { get; init; }
}
