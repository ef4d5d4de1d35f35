namespace IndicatorPipeline.Storage.Runs;

/// <summary>A run of the pipeline, as <c>mart.run</c> shows it.</summary>
public sealed record Run
{
    /// <summary>Its number, rising.</summary>
    public required long RunId { get; init; }

    /// <summary>scan, ingest, reextract …</summary>
    public required string Kind { get; init; }

    /// <summary>running, succeeded, failed or abandoned.</summary>
    public required string State { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended; null while it runs.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Host and process that began it.</summary>
    public required string Worker { get; init; }

    /// <summary>Version of the engine's rules.</summary>
    public required int RulesVersion { get; init; }

    /// <summary>Documents found in the sources.</summary>
    public required int DocumentsSeen { get; init; }

    /// <summary>Documents seen for the first time.</summary>
    public required int DocumentsNew { get; init; }

    /// <summary>Documents with another content than known.</summary>
    public required int DocumentsChanged { get; init; }

    /// <summary>Documents known as they are.</summary>
    public required int DocumentsUnchanged { get; init; }

    /// <summary>Documents that could not be read or stored.</summary>
    public required int DocumentsFailed { get; init; }

    /// <summary>Documents whose observations were stored.</summary>
    public required int DocumentsSaved { get; init; }

    /// <summary>Observations stored, new or changed.</summary>
    public required int ObservationsAdded { get; init; }

    /// <summary>Observations replaced or withdrawn.</summary>
    public required int ObservationsClosed { get; init; }

    /// <summary>Readings refused because they cannot be right.</summary>
    public required int ObservationsRefused { get; init; }

    /// <summary>Why it failed, in one line, or null.</summary>
    public string? Error { get; init; }
}
