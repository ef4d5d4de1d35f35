namespace IndicatorPipeline.Jobs.Scanning;

/// <summary>What became of a document in a scan.</summary>
public enum ScanOutcome
{
    /// <summary>Seen for the first time.</summary>
    New,

    /// <summary>Its content differs from the one stored.</summary>
    Changed,

    /// <summary>As stored.</summary>
    Unchanged,

    /// <summary>Known from another place that is empty now.</summary>
    Moved,

    /// <summary>It could not be read; recorded with its reason.</summary>
    Failed,
}
