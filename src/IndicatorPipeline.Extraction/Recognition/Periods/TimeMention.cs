using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Recognition.Periods;

/// <summary>A time as the text says it, not yet resolved against the year of the speech.</summary>
/// <param name="Start">Offset in the folded text.</param>
/// <param name="End">Offset behind the last code unit.</param>
/// <param name="Kind">How the years are counted.</param>
/// <param name="From">First year or offset.</param>
/// <param name="To">Last year or offset.</param>
/// <param name="Part">Part of the year, or null.</param>
/// <param name="Use">Whether it governs what follows or is only a base of comparison.</param>
/// <param name="IsDeadline">Whether it is an end that something is to be reached by (到2025年).</param>
internal readonly record struct TimeMention(
    int Start,
    int End,
    TimeKind Kind,
    int From,
    int To,
    string? Part,
    TimeUse Use,
    bool IsDeadline)
{
    /// <summary>Whether it says which years of a term are meant: 前两年, 后三年.</summary>
    public bool IsPartOfTerm => Part is "prior" or "latter";
}
