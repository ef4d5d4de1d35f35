namespace IndicatorPipeline.Api.Database;

/// <summary>How many rows a query has.</summary>
/// <param name="Count">The number; where it is not exact, there are at least so many.</param>
/// <param name="IsExact">Whether all were counted; false beyond <see cref="Totals.Most"/>.</param>
internal readonly record struct Total(long Count, bool IsExact);
