namespace IndicatorPipeline.Benchmarks.Profiles;

/// <summary>How often one way from block to block was taken, or one block run.</summary>
/// <param name="Kind">The runtime's number of what is counted.</param>
/// <param name="From">Offset in the intermediate language.</param>
/// <param name="Other">Of a way, the offset where it leads.</param>
/// <param name="Count">How often.</param>
internal readonly record struct WayCount(int Kind, int From, int Other, long Count);
