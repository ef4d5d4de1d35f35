namespace IndicatorPipeline.Extraction.Text.Splitting;

/// <summary>The year that a speech at the turn of two five-year plans speaks in: <c>今年是“十五”开局之年</c>, <c>“十五”是发展最快的五年</c>.</summary>
internal static class PlanTurn
{
    // From the plan's name to what is said of it.
    private const int Reach = 30;

    private const int YearsOfPlan = 5;

    private const string Digits = "一二三四五六七八九";

    /// <summary>Without any of these a folded line names no plan.</summary>
    public static readonly string[] Signs = ["一五", "二五", "三五", "四五", "五五", "六五", "七五", "八五", "九五", "十五"];

    private static readonly string[] First = ["开局", "起步之年", "头一年", "第一年"];
    private static readonly string[] Last = ["收官", "最后一年", "决胜之年"];

    /// <summary>The year, or null where the folded line says nothing of a turn, or says it of another year than its own.</summary>
    public static int? Find(ReadOnlySpan<char> line)
    {
        for (var at = line.IndexOf('五'); at >= 0;)
        {
            if (Number(line[..at]) is { } number && Turn(line, at, Start(number)) is { } year) return year;
            var next = line[(at + 1)..].IndexOf('五');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return null;
    }

    /// <summary>The first year of the plan that a title names as its outline (第十二个五年规划纲要), in which the congress passes it; else null.</summary>
    public static int? FirstYearOfOutline(ReadOnlySpan<char> title)
    {
        if (!title.EndsWith("纲要", StringComparison.Ordinal) || title.IndexOf("建议") >= 0) return null;
        for (var at = title.LastIndexOf('五'); at >= 0; at = title[..at].LastIndexOf('五'))
        {
            var before = title[..at];
            // 第十二个五年规划.
            if (before is [.., '个'] && before.LastIndexOf('第') is var ordinal and >= 0) before = string.Concat("“", before[(ordinal + 1)..^1]);
            if (Number(before) is { } number) return Start(number);
        }

        return null;
    }

    private static int? Turn(ReadOnlySpan<char> line, int at, int start)
    {
        var before = line[Math.Max(0, at - Reach)..at];
        var comma = before.LastIndexOfAny("。;,!");
        if (comma >= 0) before = before[(comma + 1)..];
        if (before.IndexOf("去年") >= 0 || before.IndexOf("明年") >= 0 || before.IndexOf("过去的一年") >= 0) return null;
        var behind = line[(at + 1)..Math.Min(line.Length, at + 1 + Reach)];
        var stop = behind.IndexOfAny("。;!");
        if (stop >= 0) behind = behind[..stop];
        behind = behind.TrimStart("”\"规划计划时期期间的");
        foreach (var word in First)
            if (behind.StartsWith(word, StringComparison.Ordinal)) return start;
        foreach (var word in Last)
            if (behind.StartsWith(word, StringComparison.Ordinal)) return start + YearsOfPlan - 1;
        // “十五”是…的五年: its result is known, so the year behind it has begun or is being planned.
        behind = behind.TrimStart(',');
        return behind.StartsWith("是", StringComparison.Ordinal) && behind.IndexOf("最") >= 0 && behind.IndexOf("五年") >= 0 ? start + YearsOfPlan : null;
    }

    // Number of the plan whose name ends before 五: 一 to 九, 十, 十一 and so on; a quotation mark or 十 must tell it from other numerals.
    private static int? Number(ReadOnlySpan<char> before)
    {
        if (before is [.., '十', var unit] && Digits.Contains(unit)) return 10 + Digits.IndexOf(unit) + 1;
        if (before is [.., '“' or '"', '十']) return 10;
        return before is [.., '“' or '"', var one] && Digits.Contains(one) ? Digits.IndexOf(one) + 1 : null;
    }

    // 一五 1953, 二五 1958, from 三五 (1966) on every five years.
    private static int Start(int number) => number <= 2 ? 1948 + (number * YearsOfPlan) : 1951 + (number * YearsOfPlan);
}
