namespace IndicatorPipeline.Jobs.Scanning;

/// <summary>What to look through.</summary>
/// <param name="Kind">What the run is called: scan, ingest, retry.</param>
/// <param name="Sources">Folders, files, patterns and addresses.</param>
/// <param name="Indexes">Pages that list speeches.</param>
public sealed record ScanRequest(string Kind, IReadOnlyList<string> Sources, IReadOnlyList<IndexPage> Indexes);
