namespace IndicatorPipeline.Extraction.Text.Splitting;

/// <summary>
/// The year a body speaks in: the plan year (<c>安排2006年工作</c>, <c>2009年目标</c>), else the year behind the reviewed one
/// (<c>一、2008年工作回顾</c>), else the turn of a five-year plan. Years that no such words stand by say nothing.
/// </summary>
internal sealed class YearFinder
{
    private static readonly string[] PlanBefore = ["安排部署", "安排", "部署", "谋划", "布置", "做好", "研究", "明确", "今年(", "今年是"];
    private static readonly string[] ReviewBefore = ["总结", "回顾", "肯定", "通报", "去年(", "上年("];
    private static readonly string[] PlanAfter =
    [
        "工作目标", "发展目标", "目标", "预期目标", "主要目标", "总体要求", "工作安排", "工作部署", "工作思路", "总体部署", "主要任务", "重点任务",
        "重点工作", "工作任务", "工作重点", "工作总体", "经济社会发展目标", "经济社会发展主要目标", "经济社会发展的主要",
        "计划", "预算", "的国家预算", "政府工作", "工作的总体", "工作的建议",
    ];
    private static readonly string[] ReviewAfter =
        ["工作回顾", "国内工作的回顾", "工作的回顾", "工作总结", "工作情况", "主要工作回顾", "政府工作回顾", "国民经济和社会发展计划执行", "计划执行", "预算执行", "国家决算", "决算", "执行情况"];

    /// <summary>A line of running text without any of these tells nothing: a year right behind a verb, a plan, a congress.</summary>
    public static readonly string[] Signs = [.. VerbsBeforeYears(), .. PlanTurn.Signs, CongressCalendar.Congress];

    // The same for a heading, in which a year may stand anywhere.
    private static readonly PhraseSearch HeadingSigns = new([.. DateReader.Centuries, .. PlanTurn.Signs, CongressCalendar.Congress]);

    private Years planned;
    private Years reviewed;
    private int? turned;

    /// <summary>Year of the session of the National People's Congress that the opening names, or null.</summary>
    public int? SessionYear { get; private set; }

    /// <summary>Takes note of what a folded heading, or a line of the opening, says. In running text only the verb before a year tells.</summary>
    public void Read(ReadOnlySpan<char> line, bool isHeading)
    {
        if (isHeading && !HeadingSigns.IsIn(line)) return;
        SessionYear ??= CongressCalendar.YearOf(line);
        for (var from = 0; DateReader.Find(line, from) is { } year; from = year.End)
        {
            // 2021-2025年 is a period.
            if (year.Start > 0 && line[year.Start - 1] is '-' or '~' or '至') continue;
            if (line[year.End - 1] != '年') continue;
            var before = line[..year.Start];
            var after = line[year.End..];
            if (after is ['度', ..]) after = after[1..];
            if (EndsWithAny(before, ReviewBefore) || (isHeading && StartsWithAny(after, ReviewAfter))) reviewed.Add(year.Year);
            else if (EndsWithAny(before, PlanBefore) || (isHeading && StartsWithAny(after, PlanAfter))) planned.Add(year.Year);
        }

        turned ??= PlanTurn.Find(line);
    }

    /// <summary>The year, or null where nothing or too much is said.</summary>
    public int? Year
    {
        get
        {
            // 2005年计划执行情况与2006年计划: the later of two years that follow each other.
            if (planned.Any) return planned.Last - planned.First <= 1 && reviewed.Last <= planned.Last ? planned.Last : null;
            return !reviewed.Any ? turned : reviewed.First == reviewed.Last ? reviewed.Last + 1 : null;
        }
    }

    /// <summary>Whether the year is reviewed, and no other.</summary>
    public bool Reviews(int year) => reviewed.First == year && reviewed.Last == year;

    // The first and the last of the years that were seen; 0 where there is none.
    private struct Years
    {
        public int First;
        public int Last;

        public readonly bool Any => Last > 0;

        public void Add(int year)
        {
            First = Any ? Math.Min(First, year) : year;
            Last = Math.Max(Last, year);
        }
    }

    // The last character of each verb with each digit that a year begins with.
    private static List<string> VerbsBeforeYears()
    {
        var signs = new List<string>();
        foreach (var verbs in (string[][])[PlanBefore, ReviewBefore])
            foreach (var verb in verbs)
                foreach (var digit in DateReader.FirstDigits)
                    if (verb[^1..] + digit is var sign && !signs.Contains(sign)) signs.Add(sign);
        return signs;
    }

    private static bool EndsWithAny(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.EndsWith(word, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private static bool StartsWithAny(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.StartsWith(word, StringComparison.Ordinal)) return true;
        }

        return false;
    }
}
