using IndicatorPipeline.Storage.Documents;

namespace IndicatorPipeline.Storage.Failures;

/// <summary>A document that failed just now.</summary>
/// <param name="Place">The document.</param>
/// <param name="Stage">Where it failed.</param>
/// <param name="Kind">What kind of failure (<c>needs_ocr</c>, <c>timeout</c> …).</param>
/// <param name="Reason">Why, in one line.</param>
public sealed record FailureToRecord(DocumentPlace Place, FailureStage Stage, string Kind, string Reason)
{
    /// <summary>What a person can do about it, in one line, or null.</summary>
    public string? Remedy { get; init; }

    /// <summary>
    /// SHA-256 of the bytes that failed, lower-case hexadecimal; null if they could not be read. Other bytes than last time
    /// begin a new count of attempts.
    /// </summary>
    public string? ContentHash { get; init; }

    /// <summary>Version of the rules that met it; null: this program's. Newer ones than last time begin a new count of attempts.</summary>
    public int? RulesVersion { get; init; }

    /// <summary>The run, or null.</summary>
    public long? RunId { get; init; }
}
