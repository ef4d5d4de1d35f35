namespace IndicatorPipeline.Extraction.Text.Splitting;

/// <summary>A year, or a day of it, written in a title or a byline.</summary>
/// <param name="Start">Offset of the year's first digit in the folded line.</param>
/// <param name="End">Offset behind its last character.</param>
/// <param name="Year">1949 to 2099.</param>
/// <param name="Day">The day, or null where only a year or a month is written.</param>
/// <param name="Month">1 to 12, or null where only a year is written.</param>
internal readonly record struct SpokenDate(int Start, int End, int Year, DateOnly? Day, int? Month);
