using IndicatorPipeline.Extraction;

namespace IndicatorPipeline.Storage.Extractions;

/// <summary>What a document's row says of its versions, while it is locked.</summary>
internal sealed record DocumentState
{
    public required long DocumentId { get; init; }

    public long? LatestVersionId { get; init; }

    public long? CurrentVersionId { get; init; }

    public int? CurrentRulesVersion { get; init; }

    public string? CurrentNumberReader { get; init; }

    public DateTimeOffset? SavedAt { get; init; }

    /// <summary>Whether what is stored is newer than <paramref name="item"/> as read by the rules of <paramref name="rulesVersion"/>: a slow worker
    /// must not undo a quick one.</summary>
    public bool Outdates(ExtractionToSave item, int rulesVersion) =>
        LatestVersionId != item.VersionId || (CurrentVersionId == item.VersionId && CurrentRulesVersion > rulesVersion);

    /// <summary>
    /// Whether readers already see this version as read by these rules with this program's number reader. Of two number readers none is older.
    /// </summary>
    public bool IsCurrent(ExtractionToSave item, int rulesVersion) =>
        CurrentVersionId == item.VersionId && CurrentRulesVersion == rulesVersion && CurrentNumberReader == Extractor.NumberReader;
}
