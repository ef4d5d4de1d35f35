namespace IndicatorPipeline.Jobs.Scanning;

/// <summary>What a scan found.</summary>
/// <param name="RunId">Number of its run.</param>
/// <param name="New">Documents seen for the first time.</param>
/// <param name="Changed">Documents with another content than stored.</param>
/// <param name="Unchanged">Documents as stored.</param>
/// <param name="Moved">Documents found at another place than before.</param>
/// <param name="Gone">Documents that are there no more; what they state stays.</param>
/// <param name="Failed">Documents that could not be read.</param>
public sealed record ScanSummary(long RunId, int New, int Changed, int Unchanged, int Moved, int Gone, int Failed)
{
    /// <summary>Documents found.</summary>
    public int Seen => New + Changed + Unchanged + Moved + Failed;
}
