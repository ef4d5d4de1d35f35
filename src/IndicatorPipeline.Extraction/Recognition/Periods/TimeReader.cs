using System.Runtime.CompilerServices;
using IndicatorPipeline.Extraction.Recognition.Numerals;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Recognition.Periods;

/// <summary>Reads times that are written with numbers: 2024年, 2016—2020年, 1—9月, 3月1日; numbers of years <see cref="CountedYears"/> reads.</summary>
internal static class TimeReader
{
    /// <summary>Whether a time can begin with <paramref name="numeral"/>: nearly all other numbers stand before a unit that tells so.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool MayRead(ReadOnlySpan<char> text, in Numeral numeral) =>
        numeral.Is(NumeralTraits.Year)
        || At(text, numeral.End) is '年' or '月' or '-' or '~' or '至' or '到'
        || (At(text, numeral.End) == '个' && At(text, numeral.End + 1) is '年' or '月' or '半');

    /// <summary>Reads the time that begins with <paramref name="numerals"/>[<paramref name="index"/>], where one can; <paramref name="used"/> numbers
    /// were taken.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, Pieces<Numeral> numerals, int index, int sentenceStart, out TimeMention time, out int used)
    {
        ref readonly var first = ref numerals[index];
        used = 1;
        time = default;
        if (Year(first) is { } year) return ReadYear(text, numerals, index, year, sentenceStart, out time, ref used);
        var end = first.End;
        var behind = At(text, end);
        // 几十年以来: no number of years.
        if (first.Is(NumeralTraits.Vague)) return false;
        if (behind == '年' && At(text, end + 1) == '代') return ReadDecade(text, first, out time);
        if (first.Low != first.High || first.Is(NumeralTraits.Decimals) || first.Low is < 1 or > 100 || first.Is(NumeralTraits.Percent)) return false;
        if (behind != '年' && ReadMonths(text, numerals, index, out time, ref used)) return true;
        return (behind == '年' || (behind == '个' && At(text, end + 1) == '年')) && CountedYears.TryRead(text, first, sentenceStart, out time);
    }

    // 80年代末, 九十年代以来: no one says which year; 90年代建成的小区 are called so.
    private static bool ReadDecade(ReadOnlySpan<char> text, in Numeral numeral, out TimeMention time)
    {
        time = default;
        if (numeral.Low is < 10 or > 90 || numeral.Low % 10 != 0 || numeral.Low != numeral.High) return false;
        var end = numeral.End + 2;
        while (At(text, end) is '初' or '末' or '中' or '后' or '前' or '期') end++;
        end += At(text, end) == '以' && At(text, end + 1) is '后' or '前' ? 2 : Since(text, end);
        var tells = end > numeral.End + 2 || At(text, end) is ',' or '的'
            // 五十年代我市只有工厂210家; but 90年代建成的小区.
            || (At(text, end) is '我' or '全' or '只' or '平' or '每' && (numeral.Start == 0 || text[numeral.Start - 1] is ',' or '。' or ';' or '\n'));
        time = new TimeMention(numeral.Start, end, TimeKind.Vague, 0, 0, null, tells ? TimeUse.Governs : TimeUse.Name, false);
        return true;
    }

    private static int? Year(in Numeral numeral) =>
        numeral.Is(NumeralTraits.Year) && numeral.Low is >= 1800 and <= 2099 ? (int)numeral.Low : null;

    private static bool ReadYear(ReadOnlySpan<char> text, Pieces<Numeral> numerals, int index, int year, int sentenceStart, out TimeMention time,
        ref int used)
    {
        time = default;
        var start = numerals[index].Start;
        var end = numerals[index].End;
        var last = year;
        var hasMark = At(text, end) == '年';
        if (hasMark) end++;
        // 2016-2020年, 2016年至2020年, 一九五三年到一九五七年.
        if (At(text, end) is '-' or '~' or '至' or '到' && index + 1 < numerals.Count)
        {
            var second = numerals[index + 1];
            var gap = second.Start - end;
            if (gap is 1 or 2 && Year(second) is { } until && until >= year
                && (At(text, second.End) == '年' || (!hasMark && SaysLength(text, numerals, index + 2, second.End, until - year + 1))))
            {
                last = until;
                end = second.End + (At(text, second.End) == '年' ? 1 : 0);
                used = 2;
                hasMark = true;
            }
        }

        if (!hasMark && At(text, end) is '-' or '至' or '到' && ReadShortYear(text, end + 1, year) is (var until2, > 0 and var behindYears))
        {
            (last, end, hasMark) = (until2, behindYears, true);
            while (index + used < numerals.Count && numerals[index + used].Start < end) used++;
        }

        if (!hasMark) return false;
        // 1990年生人; but 2004年生产总值.
        if (At(text, end) == '生' && At(text, end + 1) is '人' or '的' or '于' or ',' or '。' or ')') return false;
        if (At(text, end) is '代' or '级' or '款' or '版' || (At(text, end) == '度' && At(text, end + 1) is '被')) return false;
        string? part = null;
        if (used == 1) end = ReadPart(text, numerals, index, end, ref used, out part);
        else end = ReadLength(text, numerals, index, end, last - year + 1, ref used);
        while (At(text, end) is '底' or '末' or '初' or '度' || (last > year && At(text, end) == '间')) end++;
        end += Before(text, end);
        var since = Since(text, end);
        end += since;
        if (since > 0 || (start > 0 && IsSinceEvent(text, text[start - 1], end))) part = text[..end] is [.., '日', '起'] ? "from" : "since";

        time = new TimeMention(start, end, TimeKind.Absolute, year, last, part, TimeContext.UseOf(text, start, end, sentenceStart),
            TimeContext.IsDeadline(text, start, sentenceStart));
        return true;
    }

    // 2024-25年度, 二〇一〇至一一财政年度, 1986-90年: the last year by its last two digits; the end is that behind its 年, or 0.
    private static (int Year, int End) ReadShortYear(ReadOnlySpan<char> text, int at, int year)
    {
        const int LongestSpan = 15;
        if (Digit(At(text, at)) is not (>= 0 and var tens) || Digit(At(text, at + 1)) is not (>= 0 and var ones)) return default;
        var last = (year / 100 * 100) + (tens * 10) + ones;
        if (last < year) last += 100;
        at += 2;
        if (At(text, at) == '财' && At(text, at + 1) == '政') at += 2;
        return last > year && last <= year + LongestSpan && At(text, at) == '年' ? (last, at + 1) : default;
    }

    private static int Digit(char c) => char.IsAsciiDigit(c) ? c - '0' : Scales.Digit(c);

    // 1966-1977的12年间: years by their length behind them.
    private static bool SaysLength(ReadOnlySpan<char> text, Pieces<Numeral> numerals, int index, int end, int years)
    {
        var used = 0;
        return ReadLength(text, numerals, index, end, years, ref used) > end;
    }

    // 1966年到1976年的十一年中: the length of the range, said again.
    private static int ReadLength(ReadOnlySpan<char> text, Pieces<Numeral> numerals, int index, int end, int years, ref int used)
    {
        if (index + used >= numerals.Count || numerals[index + used] is var count && (count.Low != years || count.Low != count.High)) return end;
        var gap = text[end..Math.Max(end, count.Start)];
        if (gap is not ("" or "的" or "这" or "的这" or "," or "共") || At(text, count.End) != '年') return end;
        used++;
        end = count.End + 1;
        return At(text, end) is '间' or '中' or '内' or '里' or '来' ? end + 1 : end;
    }

    // 自2013年11月首发以来: what happened then stands between; 自1962年加入…、1975年加入…以来.
    private static bool IsSinceEvent(ReadOnlySpan<char> text, char before, int end)
    {
        if (before is not ('自' or '、')) return false;
        var behind = text[end..Math.Min(text.Length, end + (before == '自' ? 3 * SinceReach : SinceReach))];
        return behind.IndexOf("以来") is var since and > 0 && behind[..since].IndexOfAny(',', '。', ';') < 0;
    }

    // 2022年底前建成600公里, 2000年前后; but 2023年前5个月, 2024年前往.
    private static int Before(ReadOnlySpan<char> text, int at)
    {
        const string GoesOn = "半几往来茅沿期提景身进瞻所锋辈途线哨";
        var (first, second) = (At(text, at), At(text, at + 1));
        if (first is '以' or '之' && second == '前') return 2;
        if (first != '前') return 0;
        if (second == '后') return 2;
        return char.IsAsciiDigit(second) || Scales.Digit(second) >= 0 || second is '十' or '百' or '\0' || GoesOn.Contains(second) ? 0 : 1;
    }

    private static int Since(ReadOnlySpan<char> text, int at)
    {
        // 1985年以来最高: a rank, no span.
        if (At(text, at) == '以' && At(text, at + 1) == '来') return At(text, at + 2) is '最' or '首' or '同' or '新' or '少' ? 0 : 2;
        return At(text, at) == '起' ? 1 : 0;
    }

    // What may stand behind 年: 上半年, 1-9月, 12月底, 3月5日, 前三季度.
    private static int ReadPart(ReadOnlySpan<char> text, Pieces<Numeral> numerals, int index, int end, ref int used, out string? part)
    {
        part = null;
        if (At(text, end) is '上' or '下' or '前' or '第' or '一' or '二' or '三' or '四')
        {
            foreach (var (word, code) in Parts)
            {
                if (!text[end..].StartsWith(word, StringComparison.Ordinal)) continue;
                part = code;
                while (index + used < numerals.Count && numerals[index + used].Start < end + word.Length) used++;
                return end + word.Length;
            }
        }

        if (index + used >= numerals.Count || numerals[index + used].Start != end) return end;
        var months = 1;
        if (!ReadMonths(text, numerals, index + used, out var time, ref months)) return end;
        used += months;
        part = time.Part;
        return time.End;
    }

    // 12月, 1-9月, 1至11月份, 前10个月; with a day it is a date.
    private static bool ReadMonths(ReadOnlySpan<char> text, Pieces<Numeral> numerals, int index, out TimeMention time, ref int used)
    {
        time = default;
        var first = numerals[index];
        var start = first.Start;
        var end = first.End;
        var from = first.Low;
        var to = from;
        var taken = 1;
        if (At(text, end) is '-' or '至' or '到' or '~' && index + 1 < numerals.Count && numerals[index + 1].Start - end is 1 or 2)
        {
            to = numerals[index + 1].Low;
            end = numerals[index + 1].End;
            taken = 2;
        }

        if (taken == 1 && start > 0 && text[start - 1] is '前' or '头' or '首')
        {
            // 前10个月, 首8个月, 头3个半月, 前10月; but 目前3月 and 年前3月 end in the same character.
            var months = At(text, end) == '个' ? At(text, end + 1) == '半' ? end + 2 : end + 1 : end;
            var isPrior = months > end || (from > 1 && CountedYears.IsPrior(text[Math.Max(0, start - 2)..start]));
            if (isPrior && At(text, months) == '月') (from, end) = (1, months);
        }

        // 后四个月, 今年后四个月: to the end of the year; 投产后四个月 ends in the same character.
        if (taken == 1 && At(text, end) == '个' && from < 12 && start > 0 && text[start - 1] == '后'
            && (start == 1 || text[start - 2] is ',' or ';' or ':' or '。' or '\n' or '年' or '的' or '在' or '、'))
        {
            (from, to, end) = (13 - from, 12, end + 1);
        }

        if (At(text, end) != '月' || from is < 1 or > 12 || to < from || to > 12) return false;
        end++;
        if (At(text, end) is '份' or '末' or '底') end++;
        // 1月至8月, 一月份到八月份: both ends with their 月.
        if (taken == 1 && At(text, end) is '-' or '至' or '到' or '~' && index + 1 < numerals.Count && numerals[index + 1] is var until
            && until.Start == end + 1 && At(text, until.End) == '月' && until.Low > from && until.Low <= 12 && until.Low == until.High)
        {
            (to, taken) = (until.Low, 2);
            end = until.End + (At(text, until.End + 1) == '份' ? 2 : 1);
        }

        used = taken;
        var part = from == to && taken == 1 ? Month(from) : $"{Month(from)}-{Month(to)}";
        if (index + used < numerals.Count && numerals[index + used].Start == end && At(text, numerals[index + used].End) is '日' or '号')
        {
            // A day: a date of an event, not a period.
            end = numerals[index + used].End + 1;
            used++;
            time = new TimeMention(start, end, TimeKind.PartOnly, (int)from, (int)from, null, TimeUse.Name, false);
            return true;
        }

        // 去年8月以来: from a month of that year on.
        if (start > 1 && (At(text, end) == '起' || (At(text, end) == '以' && At(text, end + 1) == '来'))
            && YearsAgo(text[(start - 2)..start]) is var ago and > 0)
        {
            end += At(text, end) == '起' ? 1 : 2;
            time = new TimeMention(start, end, TimeKind.Relative, -ago, -ago, "since", TimeUse.Governs, false);
            return true;
        }

        var use = start > 0 && IsComparedWith(text, start) ? TimeUse.Base
            : taken == 2 || from != to || IsMonthOfFigures(text, numerals[index].Start, end) ? TimeUse.Governs
            : TimeUse.Name;
        time = new TimeMention(start, end, TimeKind.PartOnly, 0, 0, part, use, false);
        return true;
    }

    // 8月份,全国餐饮收入增长12%; 6月当月; but 在4月份上线 and 3月召开会议 tell when something happened, 9月末 what had come together by then.
    private static bool IsMonthOfFigures(ReadOnlySpan<char> text, int start, int end)
    {
        // 截至9月末, 截至10月: what had come together by then.
        if (start > 1 && text[(start - 2)..start] is "截至" or "截止") return true;
        var leads = start <= 1 || text[(start - 2)..start] is "今年" or "去年" or "上年"
            || text[start - 1] is '。' or ',' or ';' or ':' or '\n' or '看' or '中';
        if (!leads) return false;
        if (text[end..].StartsWith("当月", StringComparison.Ordinal)) return true;
        var next = At(text, end);
        return FirstsOfFigures.Contains(next) || (text[end - 1] == '份' && !FirstsOfEvents.Contains(next));
    }

    // 比1-5月回落0.6个百分点, 比上半年、1-8月分别加快1.2个和0.3个百分点.
    private static bool IsComparedWith(ReadOnlySpan<char> text, int start) =>
        text[start - 1] is '比' or '较'
        || (text[start - 1] is '、' or '和' && IsComparedToo(text[Math.Max(0, start - ListReach)..start]));

    private static bool IsComparedToo(ReadOnlySpan<char> before)
    {
        before = before[(before.LastIndexOfAny(",;。%") + 1)..];
        return before.LastIndexOfAny('比', '较') is var than and >= 0
            && before[(than + 1)..] is ['上' or '一' or '二' or '三' or '前' or '去' or (>= '1' and <= '9'), ..];
    }

    private static int YearsAgo(ReadOnlySpan<char> year) => year switch { "去年" or "上年" => 1, "前年" => 2, _ => 0 };

    private static string Month(decimal month) => Months[(int)month];

    private static readonly string[] Months = ["", "M01", "M02", "M03", "M04", "M05", "M06", "M07", "M08", "M09", "M10", "M11", "M12"];

    private static readonly (string Word, string Code)[] Parts =
    [
        ("上半年", "H1"), ("下半年", "H2"), ("前三季度", "M01-M09"),
        ("一季度", "Q1"), ("第一季度", "Q1"), ("二季度", "Q2"), ("三季度", "Q3"), ("四季度", "Q4"), ("第四季度", "Q4"), ("第四季", "Q4"), ("第4季", "Q4"),
    ];

    // From a year to 以来: 自2013年11月首发以来.
    private const int SinceReach = 14;

    // From 比 to the last of the times that are compared with.
    private const int ListReach = 12;

    // Behind a month: the comma, 全国, 社会消费品, 规模以上 and the like, which begin a figure; and what begins an event of that month.
    private const string FirstsOfFigures = ",全我社规居制单人外进固财税贷存物";
    private const string FirstsOfEvents = "召举正起开以底末初";

    private static char At(ReadOnlySpan<char> text, int at) => NumeralReader.At(text, at);
}
