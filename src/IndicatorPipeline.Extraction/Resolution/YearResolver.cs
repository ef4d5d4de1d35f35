using IndicatorPipeline.Extraction.Recognition.Periods;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Resolution;

/// <summary>Turns a time as said into years, given the year of the speech.</summary>
internal static class YearResolver
{
    /// <summary>The years of <paramref name="time"/>, or null where the year of the speech would be needed and is not known.</summary>
    /// <param name="time">The time as said.</param>
    /// <param name="speechYear">The year of the speech, or null.</param>
    /// <param name="reviewYear">The last year that the speech can report on, or null.</param>
    public static Period? Resolve(in TimeMention time, int? speechYear, int? reviewYear)
    {
        switch (time.Kind)
        {
            case TimeKind.Absolute:
                if (time.Part == "since") return reviewYear is { } last ? new Period(time.From, Math.Max(time.From, Math.Min(last, Math.Max(time.To, last)))) : null;
                return new Period(time.From, time.To, time.Part);
            case TimeKind.Relative when speechYear is { } year:
                var from = year + time.From;
                var to = year + time.To;
                return from < 1900 || to > 2200 ? null : new Period(from, to, time.Part == "now" ? null : time.Part);
            default:
                return null;
        }
    }
}
