namespace IndicatorPipeline.Storage.Runs;

/// <summary>What a part of a run found; added to the run's counts.</summary>
/// <param name="Seen">Documents found in the sources.</param>
/// <param name="New">Documents seen for the first time.</param>
/// <param name="Changed">Documents with another content than known.</param>
/// <param name="Unchanged">Documents known as they are.</param>
/// <param name="Failed">Documents that could not be read or stored.</param>
public readonly record struct RunCounts(int Seen = 0, int New = 0, int Changed = 0, int Unchanged = 0, int Failed = 0);
