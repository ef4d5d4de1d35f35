using IndicatorPipeline.Extraction.Recognition.Numerals;
using IndicatorPipeline.Extraction.Recognition.Tokens;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Recognition.Periods;

/// <summary>Reads times that are written with numbers: 2024年, 2016—2020年, 1—9月, 过去五年, 今后三年, 连续5年, 3月1日.</summary>
internal static class TimeReader
{
    /// <summary>Reads the time that begins with <paramref name="numerals"/>[<paramref name="index"/>]; <paramref name="used"/> numbers were taken.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, Pieces<Numeral> numerals, int index, int sentenceStart, out TimeMention time, out int used)
    {
        var first = numerals[index];
        used = 1;
        time = default;
        var end = first.End;
        if (Year(first) is { } year) return ReadYear(text, numerals, index, year, sentenceStart, out time, ref used);
        // 几十年以来: no number of years.
        if (first.Is(NumeralTraits.Vague)) return false;
        if (first.Low != first.High || first.Is(NumeralTraits.Decimals) || first.Low is < 1 or > 100 || first.Is(NumeralTraits.Percent)) return false;
        if (ReadMonths(text, numerals, index, out time, ref used)) return true;
        if (At(text, end) != '年' && !(At(text, end) == '个' && At(text, end + 1) == '年')) return false;
        return ReadSpanOfYears(text, first, sentenceStart, out time);
    }

    private static int? Year(Numeral numeral) =>
        numeral.Is(NumeralTraits.Year) && numeral.Low is >= 1900 and <= 2099 ? (int)numeral.Low : null;

    private static bool ReadYear(ReadOnlySpan<char> text, Pieces<Numeral> numerals, int index, int year, int sentenceStart, out TimeMention time, ref int used)
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
            if (gap is 1 or 2 && At(text, second.End) == '年' && Year(second) is { } until && until >= year)
            {
                last = until;
                end = second.End + 1;
                used = 2;
                hasMark = true;
            }
        }

        if (!hasMark) return false;
        if (At(text, end) is '代' or '级' or '款' or '版' or '生' || (At(text, end) == '度' && At(text, end + 1) is '被')) return false;
        string? part = null;
        if (used == 1) end = ReadPart(text, numerals, index, end, ref used, out part);
        while (At(text, end) is '底' or '末' or '初' or '度') end++;
        var since = Since(text, end);
        if (since > 0)
        {
            end += since;
            part = "since";
        }

        time = new TimeMention(start, end, TimeKind.Absolute, year, last, part, UseOf(text, start, end, sentenceStart), IsDeadline(text, start, sentenceStart));
        return true;
    }

    private static int Since(ReadOnlySpan<char> text, int at)
    {
        if (At(text, at) == '以' && At(text, at + 1) == '来') return 2;
        return At(text, at) == '起' ? 1 : 0;
    }

    // What may stand behind 年: 上半年, 1-9月, 12月底, 3月5日, 前三季度.
    private static int ReadPart(ReadOnlySpan<char> text, Pieces<Numeral> numerals, int index, int end, ref int used, out string? part)
    {
        part = null;
        foreach (var (word, code) in (ReadOnlySpan<(string, string)>)[("上半年", "H1"), ("下半年", "H2"), ("前三季度", "M01-M09"), ("一季度", "Q1"), ("第一季度", "Q1"), ("二季度", "Q2"), ("三季度", "Q3"), ("四季度", "Q4"), ("第四季度", "Q4")])
        {
            if (!text[end..].StartsWith(word, StringComparison.Ordinal)) continue;
            part = code;
            while (index + used < numerals.Count && numerals[index + used].Start < end + word.Length) used++;
            return end + word.Length;
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

        if (At(text, end) == '个' && At(text, end + 1) == '月' && start > 0 && text[start - 1] is '前' or '头')
        {
            from = 1;
            end++;
        }

        if (At(text, end) != '月' || from is < 1 or > 12 || to < from || to > 12) return false;
        end++;
        if (At(text, end) == '份') end++;
        used = taken;
        var part = from == to && taken == 1 ? Month(from) : $"{Month(from)}-{Month(to)}";
        if (index + used < numerals.Count && numerals[index + used].Start == end && At(text, numerals[index + used].End) is '日' or '号')
        {
            // A day: a date of an event, not a period.
            end = numerals[index + used].End + 1;
            used++;
            time = new TimeMention(start, end, TimeKind.PartOnly, 0, 0, null, TimeUse.Name, false);
            return true;
        }

        time = new TimeMention(start, end, TimeKind.PartOnly, 0, 0, part, taken == 2 || from != to ? TimeUse.Governs : TimeUse.Name, false);
        return true;
    }

    private static string Month(decimal month) => Months[(int)month];

    private static readonly string[] Months = ["", "M01", "M02", "M03", "M04", "M05", "M06", "M07", "M08", "M09", "M10", "M11", "M12"];

    // 过去五年, 五年来, 近三年, 今后三年, 用3年时间, 连续5年, 5年后.
    private static bool ReadSpanOfYears(ReadOnlySpan<char> text, Numeral numeral, int sentenceStart, out TimeMention time)
    {
        time = default;
        var count = (int)numeral.Low;
        if (count is < 1 or > 50) return false;
        var start = numeral.Start;
        var end = numeral.End + (At(text, numeral.End) == '年' ? 1 : 2);
        var before = text[Math.Max(sentenceStart, start - 4)..start];
        var behind = text[end..Math.Min(text.Length, end + 3)];
        var (from, to, use) = (-count, -1, TimeUse.Name);
        if (EndsWithAny(before, ["今后", "未来", "今后的", "未来的", "接下来", "今后这"])) (from, to, use) = (0, count - 1, TimeUse.Governs);
        else if (EndsWithAny(before, ["连续", "连着"])) use = TimeUse.GovernsClause;
        else if (EndsWithAny(before, ["过去", "过去的", "近", "最近", "这", "前", "上届", "刚刚过去的", "近几"]) || StartsWithAny(behind, ["来", "多来", "间", "以来", "中", "累计", "共", "平均"])) use = TimeUse.Governs;
        else if (StartsWithAny(behind, ["后"]) && count > 1) (from, to, use) = (count, count, TimeUse.Governs);
        else if (StartsWithAny(behind, ["内", "时间", "左右时间", "之内", "左右的时间"]) || EndsWithAny(before, ["用", "力争", "通过", "争取用", "再用", "经过"])) (from, to, use) = (0, count - 1, TimeUse.Governs);
        foreach (var word in (ReadOnlySpan<string>)["以来", "多来", "时间", "之内", "期间", "来", "间", "中", "内", "后"])
        {
            if (!behind.StartsWith(word, StringComparison.Ordinal)) continue;
            end += word.Length;
            break;
        }

        time = new TimeMention(start, end, TimeKind.Relative, from, to, null, use, false);
        return true;
    }

    private static bool EndsWithAny(ReadOnlySpan<char> text, ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            if (text.EndsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }

    private static bool StartsWithAny(ReadOnlySpan<char> text, ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            if (text.StartsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>Whether a time is compared with (比1955年) or counted from (是2005年的3倍).</summary>
    internal static TimeUse UseOf(ReadOnlySpan<char> text, int start, int end, int sentenceStart)
    {
        for (var i = start - 1; i >= Math.Max(sentenceStart, start - 2); i--)
        {
            if (text[i] is '比' or '较') return TimeUse.Base;
            if (text[i] is not ('于' or '“' or '之' or '到')) break;
        }

        // 超过了第一个五年计划最后一年的指标: a plan that is met, not a time.
        if (start > sentenceStart && text[start - 1] is '了' or '成' or '过' && At(text, end) is not (',' or '期' or '时')) return TimeUse.Name;
        if (At(text, end) == '的' && start > sentenceStart && (text[start - 1] is '是' or '为' or '达' or '于' or '当' || (text[start - 1] == '到' && start - 2 >= sentenceStart && text[start - 2] == '达'))) return TimeUse.Base;
        // “十五五”开局之年: a name for one year, which other words tell.
        if (text[end..].StartsWith("开局", StringComparison.Ordinal) || text[end..].StartsWith("收官", StringComparison.Ordinal)) return TimeUse.Name;
        // 与2010年相比.
        if (start > sentenceStart && text[start - 1] is '与' or '和' or '同' && text[end..Math.Min(text.Length, end + 6)].IndexOf("相比") >= 0) return TimeUse.Base;
        return TimeUse.Governs;
    }

    internal static bool IsDeadline(ReadOnlySpan<char> text, int start, int sentenceStart) =>
        start > sentenceStart && ((text[start - 1] == '到' && !(start - 2 >= sentenceStart && text[start - 2] == '达')) || (text[start - 1] == '至' && start - 2 >= sentenceStart && text[start - 2] is ',' or '截'));

    private static char At(ReadOnlySpan<char> text, int at) => NumeralReader.At(text, at);
}
