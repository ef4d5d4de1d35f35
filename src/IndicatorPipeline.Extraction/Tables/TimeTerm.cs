namespace IndicatorPipeline.Extraction.Tables;

/// <summary>A word for a time, relative to the year of the speech or a five-year plan.</summary>
/// <param name="Kind">How the years are counted.</param>
/// <param name="From">First year: an offset from the speech's year, or the year itself for a plan.</param>
/// <param name="To">Last year, likewise.</param>
/// <param name="Part">Part of the year, or null.</param>
internal sealed record TimeTerm(TimeKind Kind, int From, int To, string? Part);
