namespace IndicatorPipeline.Jobs;

/// <summary>The names under which engines store pieces of work. They outlive the process: change them only with a way for what is stored.</summary>
public static class JobNames
{
    /// <summary>Looks through all configured sources for new, changed, moved and missing documents.</summary>
    public const string ScanSources = "scan-sources";

    /// <summary>Reads a batch of documents and saves what they state.</summary>
    public const string ExtractDocuments = "extract-documents";

    /// <summary>Looks for what waits: failures that are due, documents whose job was lost.</summary>
    public const string RetryFailures = "retry-failures";

    /// <summary>Reads again what older rules have read.</summary>
    public const string Reextract = "reextract";

    /// <summary>Removes what is older than is kept.</summary>
    public const string RemoveOldRuns = "remove-old-runs";
}
