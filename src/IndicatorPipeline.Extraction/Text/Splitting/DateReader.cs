using System.Runtime.CompilerServices;

namespace IndicatorPipeline.Extraction.Text.Splitting;

/// <summary>Reads years and dates of a folded line: <c>2021年2月23日</c>, <c>二〇〇八年</c>, <c>二0一0年一月</c>, <c>2012-02-24</c>. A mask (<c>20xx年</c>) is no
/// year.</summary>
internal static class DateReader
{
    private const string Beginnings = "12一二";

    /// <summary>The digits that a year begins with.</summary>
    public static readonly string[] FirstDigits = ["1", "2", "一", "二"];

    /// <summary>Every year begins with one of these.</summary>
    public static readonly string[] Centuries =
    [
        "19", "10", "1九", "1〇", "1零", "1o", "29", "20", "2九", "2〇", "2零", "2o",
        "一9", "一0", "一九", "一〇", "一零", "一o", "二9", "二0", "二九", "二〇", "二零", "二o",
    ];

    /// <summary>The first year or date at or behind <paramref name="from"/>, or null.</summary>
    public static SpokenDate? Find(ReadOnlySpan<char> line, int from = 0)
    {
        for (var i = from; i + 4 <= line.Length; i++)
        {
            var first = line[i..].IndexOfAny(Beginnings);
            if (first < 0 || (i += first) + 4 > line.Length) return null;
            // 一 stands in many a word.
            if (Digit(line[i + 1]) is not (9 or 0) || (i > 0 && Digit(line[i - 1]) >= 0)) continue;
            if (Year(line[i..]) is var year && year == 0) continue;
            var end = i + 4;
            if (end < line.Length && line[end] == '年')
            {
                var (month, afterMonth) = Small(line, end + 1, '月', '月');
                var (day, afterDay) = month > 0 ? Small(line, afterMonth, '日', '号') : (0, afterMonth);
                var behind = day > 0 ? afterDay : month > 0 ? afterMonth : end + 1;
                return new SpokenDate(i, behind, year, ToDate(year, month, day), month is > 0 and <= 12 ? month : null);
            }

            if (Numeric(line, i, year) is { } date) return date;
        }

        return null;
    }

    // 2012-02-24, 2012.2.24, 2012/2/24
    private static SpokenDate? Numeric(ReadOnlySpan<char> line, int start, int year)
    {
        var at = start + 4;
        if (at >= line.Length || line[at] is not ('-' or '.' or '/')) return null;
        var separator = line[at];
        var (month, afterMonth) = Small(line, at + 1, separator, separator);
        if (month is 0 or > 12) return null;
        var (day, length) = (0, 0);
        while (length < 2 && afterMonth + length < line.Length && char.IsAsciiDigit(line[afterMonth + length]))
            day = (day * 10) + (line[afterMonth + length++] - '0');
        return ToDate(year, month, day) is { } date ? new SpokenDate(start, afterMonth + length, year, date, month) : null;
    }

    private static int Year(ReadOnlySpan<char> text)
    {
        var year = 0;
        for (var i = 0; i < 4; i++)
        {
            var digit = Digit(text[i]);
            if (digit < 0) return 0;
            year = (year * 10) + digit;
        }

        if (text.Length > 4 && Digit(text[4]) >= 0) return 0;
        return year is >= 1949 and < 2100 ? year : 0;
    }

    // A month or a day: one or two digits, or a Chinese numeral up to 三十一, before its unit.
    private static (int Value, int End) Small(ReadOnlySpan<char> line, int start, char unit, char otherUnit)
    {
        var value = 0;
        for (var i = start; i < line.Length && i <= start + 3; i++)
        {
            if (line[i] == unit || line[i] == otherUnit) return i > start ? (value, i + 1) : (0, start);
            if (line[i] == '十') value = Math.Max(value, 1) * 10;
            else if (Digit(line[i]) is var digit and >= 0)
                value = char.IsAsciiDigit(line[i]) || value % 10 != 0 ? (value * 10) + digit : value + digit;
            else break;
        }

        return (0, start);
    }

    private static DateOnly? ToDate(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Digit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        '〇' or '零' or 'o' => 0,
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => -1,
    };
}
