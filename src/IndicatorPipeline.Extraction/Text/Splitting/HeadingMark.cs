namespace IndicatorPipeline.Extraction.Text.Splitting;

/// <summary>The number before a heading.</summary>
/// <param name="Depth">1 for 一、 and 第一部分, 2 for （一） and 第一节; 0 where there is none.</param>
/// <param name="Number">The number, from 1.</param>
/// <param name="Length">Folded code units that the mark takes.</param>
internal readonly record struct HeadingMark(int Depth, int Number, int Length)
{
    private const string Digits = "〇一二三四五六七八九";

    /// <summary>The mark at the beginning of a folded line; depth 0 if there is none.</summary>
    public static HeadingMark Read(ReadOnlySpan<char> line)
    {
        var inBrackets = line is ['(', ..];
        var ordinal = line is ['第', ..];
        var start = inBrackets || ordinal ? 1 : 0;
        var (number, end) = Numeral(line, start);
        if (number == 0 || end >= line.Length) return default;
        var rest = line[end..];
        if (inBrackets) return rest[0] == ')' ? new HeadingMark(2, number, end + 1) : default;
        if (ordinal)
        {
            if (rest is ['部', '分' or '份', ..]) return new HeadingMark(1, number, SkipMark(line, end + 2));
            // A section of a chapter: 第三节 主要目标.
            return rest[0] is '章' or '节' ? new HeadingMark(rest[0] == '章' ? 1 : 2, number, SkipMark(line, end + 1)) : default;
        }

        return rest[0] is '、' or ',' or '.' ? new HeadingMark(1, number, end + 1) : default;
    }

    /// <summary>A Chinese numeral up to 99 at <paramref name="start"/>: its value, 0 if there is none, and the offset behind it.</summary>
    public static (int Number, int End) Numeral(ReadOnlySpan<char> line, int start)
    {
        var (value, at) = (0, start);
        for (; at < line.Length && at < start + 3; at++)
        {
            if (line[at] == '十') value = Math.Max(value, 1) * 10;
            else if (Digits.AsSpan().IndexOf(line[at]) is var digit and > 0 && value % 10 == 0) value += digit;
            else break;
        }

        return (value, at);
    }

    private static int SkipMark(ReadOnlySpan<char> line, int at) => at < line.Length && line[at] is ':' or '、' or ',' or '.' ? at + 1 : at;
}
