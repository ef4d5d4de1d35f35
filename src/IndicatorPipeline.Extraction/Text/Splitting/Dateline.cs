using IndicatorPipeline.Extraction.Recognition.Numerals;

namespace IndicatorPipeline.Extraction.Text.Splitting;

/// <summary>Reads the month of the day on which news was told, where it opens with that day but no year: <c>新华社太原10月20日电</c>, <c>新华社南宁二月十四日电</c>,
/// <c>7月15日,国家统计局发布</c>, <c>全省经济工作会议12月18日至19日在合肥举行</c>.</summary>
internal static class Dateline
{
    // Folded characters of the first paragraph in which the day stands.
    private const int Reach = 48;

    private static readonly string[] Tellers = ["记者", "今天(", "昨天(", "今日(", "昨日("];

    /// <summary>The month, 1 to 12, or null where <paramref name="line"/>, the first of the body, opens with no day of telling.</summary>
    public static int? Month(ReadOnlySpan<char> line)
    {
        line = line[..Math.Min(line.Length, Reach)];
        for (var at = 0; line[at..].IndexOf('月') is var next and >= 0; at++)
        {
            at += next;
            var start = at;
            while (start > 0 && at - start < 2 && IsNumeral(line[start - 1])) start--;
            var end = at + 1;
            while (end < line.Length && end - at <= 3 && IsNumeral(line[end])) end++;
            if (start == at || end == at + 1 || end >= line.Length || line[end] != '日') continue;
            if (Number(line[start..at]) is >= 1 and <= 12 and var month && IsToldOn(line[..start], line[(end + 1)..])) return month;
        }

        return null;
    }

    private static bool IsNumeral(char c) => char.IsAsciiDigit(c) || c == '十' || Scales.Digit(c) > 0;

    // 10, 十二, 三: a month.
    private static int Number(ReadOnlySpan<char> written)
    {
        var number = 0;
        foreach (var c in written)
            number = c == '十' ? Math.Max(number, 1) * 10 : char.IsAsciiDigit(c) ? (number * 10) + c - '0' : number + Scales.Digit(c);
        return number;
    }

    private static bool IsToldOn(ReadOnlySpan<char> before, ReadOnlySpan<char> behind)
    {
        if (before is [.., '年' or '-']) return false;
        if (behind is ['电' or '讯' or '在' or '至', ..] or ['消', '息', ..] or ['举', '行', ..] or ['召', '开', ..] || (before.IsEmpty && behind is [',', ..]))
            return true;
        foreach (var teller in Tellers)
            if (before.EndsWith(teller, StringComparison.Ordinal)) return true;
        return false;
    }
}
