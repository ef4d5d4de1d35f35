namespace IndicatorPipeline.Extraction.Resolution;

/// <summary>The time that governs a number in its sentence.</summary>
/// <param name="Time">Index of the time, or −1.</param>
/// <param name="Part">Part of the year, from the time or from a word nearer the number, or null.</param>
/// <param name="InClause">Whether it stands in the number's own clause.</param>
/// <param name="IsOwn">Whether it stands directly before the number and is this number's alone (比一九五二年的270亿元, 由上年的88个).</param>
/// <param name="IsVague">Whether only a time without years was found (近年来, 多年累计).</param>
/// <param name="Start">Index of the time that a range begins with (从去年7月到现在), or −1.</param>
internal readonly record struct FoundTime(int Time, string? Part, bool InClause, bool IsOwn, bool IsVague, int Start = -1);
