using IndicatorPipeline.Extraction.Recognition.Numerals;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Recognition.Periods;

/// <summary>Reads numbers of years: 过去五年, 今后三年, 连续5年, “六五”前两年.</summary>
internal static class CountedYears
{
    private const int LongestTerm = 5;

    // Of more years an average is a review's.
    private const int LongestAverage = 3;

    // Behind 连续15年: a rank or an honour, which no figure is of (居全市第一, 荣获, 被评为).
    private const string Ranks = "居位蝉荣获被排名";

    // From 年限 to its number.
    private const int LengthReach = 16;

    // Behind 五年: what makes it a plan, a duration or a rhythm and no time of a number (三年行动, 五年期, 一年一度).
    private const string NoTime = "计规行方期以级制度生磨限左前之的一两三四五六七八九十";

    // Behind 五年: what says that it was counted through (五年翻了一番, 两年新建).
    private const string Counted = "增翻新建提下减完接累年平共";

    /// <summary>过去五年, 五年来, 近三年, 今后三年, 用3年时间, 连续5年, 5年后, 五年内, 两年增长.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, in Numeral numeral, int sentenceStart, out TimeMention time)
    {
        time = default;
        var count = (int)numeral.Low;
        if (count is < 1 or > 50) return false;
        var start = numeral.Start;
        // 平均受教育年限由13年提高到14年: years that are counted as such.
        if (text[Math.Max(sentenceStart, start - LengthReach)..start].IndexOf("年限") >= 0) return false;
        var end = numeral.End + (At(text, numeral.End) == '年' ? 1 : 2);
        var before = text[Math.Max(sentenceStart, start - 6)..start];
        var behind = text[end..Math.Min(text.Length, end + 4)];
        var next = behind.Length > 0 ? behind[0] : '\0';
        var (kind, from, to, use, part) = (TimeKind.Loose, -count, -1, TimeUse.Name, (string?)null);
        if (before is [.., '提' or '超', '前'] or [.., '推', '迟'] or [.., '滞', '后']) use = TimeUse.Name;
        else if (before is [.., '今', '后'] or [.., '未', '来'] or [.., '今', '后', '的' or '这'] or [.., '未', '来', '的'] or [.., '接', '下', '来'])
            (kind, from, to, use) = (TimeKind.Run, 0, count - 1, TimeUse.Governs);
        else if (behind is ['计' or '规', '划', ..]) (use, part) = (IsPlanAtHand(text, before, end + 2) ? TimeUse.Governs : TimeUse.Name, "plan");
        // 相当于前13年总和的2.3倍, 在连续三年丰收的基础上: years that are only compared with, or built upon.
        else if (behind is ['总', '和', ..] or ['的', '总', '和', ..] or ['之', '和', ..]) use = TimeUse.Base;
        else if (before is [.., '连', '续' or '着'] && (Ranks.Contains(next) || Clause(text[end..]).IndexOf("基础上") >= 0)) use = TimeUse.Name;
        else if (before is [.., '连', '续' or '着'] or [.., '连', '续', '第']) (kind, use) = (TimeKind.Run, TimeUse.GovernsClause);
        else if (before is [.., '是' or '比' or '较' or '为', '前'] or [.., '上', '个'] or [.., '上', '一', '个']) use = TimeUse.Base;
        // 与前三年相比: another time, like 比前三年.
        else if (before is [.., '与' or '同' or '和' or '跟', '前'] && behind is ['相', '比', ..] or ['比', '较' or ',', ..]) use = TimeUse.Base;
        else if (IsPrior(before) || IsPartOfTerm(before, '头')) (kind, use, part) = (TimeKind.Run, TimeUse.Governs, "prior");
        else if (IsPartOfTerm(before, '后')) (use, part) = (TimeUse.Governs, "latter");
        else if (before is [.., '近'] or [.., '过', '去'] && IsRecord(text[end..])) use = TimeUse.Name;
        else if (before is [.., '过', '去'] or [.., '过', '去', '的'] or [.., '以', '来', '的' or '这'] or [.., '任', '期', '的']
            || before is [.., '近'] or [.., '上', '届'] or [.., '近', '几']
            || behind is ['来', ..] or ['多' or '以', '来', ..])
        {
            (kind, use) = (TimeKind.Run, TimeUse.Governs);
        }
        // 经过八年努力: longer than any term, from no one knows when.
        else if (count > LongestTerm && before is [.., '经', '过'] or [.., '历', '经' or '时']) (kind, use) = (TimeKind.Vague, TimeUse.Governs);
        else if (next == '前' && NumeralReader.At(text, end + 1) == ',' && EndsSentenceOrClause(before))
            (kind, from, to, use, part) = (TimeKind.Run, -count, -count, TimeUse.Governs, "ago");
        else if (next == '前' && NumeralReader.At(text, end + 1) == '的' && before is [.., '由' or '从'])
            (kind, from, to, use, part) = (TimeKind.Run, -count, -count, TimeUse.Governs, "ago");
        else if (next == '前' && before is [.., '比' or '较' or '是' or '同' or '与'])
            (kind, from, to, use, part) = (TimeKind.Run, -count, -count, TimeUse.Base, "ago");
        else if (next == '后' && count > 1) (kind, from, to, use) = (TimeKind.Relative, count, count, TimeUse.Governs);
        // 这四年内: those that were told of.
        else if (before is [.., '这' or '即'] && next == '内') use = TimeUse.Governs;
        else if (next == '内' || behind is ['之', '内', ..] or ['时', '间', '内' or '里', ..]) (from, to, use) = (0, count - 1, TimeUse.Governs);
        else if (behind is ['时', '间', ..] or ['左', '右', '时', '间', ..] || before is [.., '用'] or [.., '力', '争'] or [.., '通', '过'])
            (kind, from, to, use) = (TimeKind.Run, 0, count - 1, TimeUse.Governs);
        // 增长8.7%,两年平均增长5.5%;税收832亿元: said of the average alone.
        else if (behind is ['平' or '年', '均', ..] && (count <= LongestAverage || (start > sentenceStart && text[start - 1] is ',' or '、')))
            use = TimeUse.GovernsClause;
        else if (before is [.., '这'] || behind is ['间' or '中' or '里' or '共', ..] or ['期', '间', ..] or ['累' or '合' or '总', '计', ..] or ['平', '均', ..])
            use = TimeUse.Governs;
        else if (count > 1 && !NoTime.Contains(next))
        {
            if (start == sentenceStart || text[start - 1] is ',' or ';' or ':' or '。') use = TimeUse.Governs;
            else if (Counted.Contains(next)) use = TimeUse.GovernsClause;
        }

        if (part == "ago") end++;
        end += behind switch
        {
            ['时', '间', '内' or '里', ..] => 3,
            ['以' or '多', '来', ..] or ['时' or '期' or '中', '间', ..] or ['之', '内', ..] => 2,
            ['来' or '间' or '中' or '内' or '后' or '里', ..] => 1,
            _ => 0,
        };
        time = new TimeMention(start, end, kind, from, to, part, use, false);
        return true;
    }

    // 按照十年规划, 五年计划规定的: the plan tells the years; 制定五年规划 does not.
    private static bool IsPlanAtHand(ReadOnlySpan<char> text, ReadOnlySpan<char> before, int end) =>
        before is [.., '按'] or [.., '按', '照'] or [.., '根', '据']
            || text[end..] is ['规', '定', ..] or ['要', '求', ..] or ['期', '间' or '内', ..] or ['时', '期', ..];

    // 是近七年来增长最快的一年, 创近五年新高: a record says of how many years.
    private static bool IsRecord(ReadOnlySpan<char> behind) =>
        Clause(behind) is var clause
        && (clause.IndexOf("的一年") >= 0 || clause.IndexOf("新高") >= 0 || clause.IndexOf("新低") >= 0
            || (clause.IndexOf('最') is >= 0 and < 8 && clause.IndexOfAnyInRange('0', '9') < 0));

    private static ReadOnlySpan<char> Clause(ReadOnlySpan<char> behind)
    {
        const int Longest = 24;
        behind = behind[..Math.Min(behind.Length, Longest)];
        return behind.IndexOfAny(",;。") is var end and >= 0 ? behind[..end] : behind;
    }

    // 五年前,…只有41公里.
    private static bool EndsSentenceOrClause(ReadOnlySpan<char> before) => before is [] or [.., ',' or ';' or ':' or '。'];

    /// <summary>前三年: before the year at hand, or the first of a plan; 目前 and 年前 end in the same character.</summary>
    public static bool IsPrior(ReadOnlySpan<char> before) =>
        before is [.., '前'] && before is not [.., '目' or '年' or '以' or '之' or '此' or '当' or '空' or '提', '前'];

    // 其中后三年, “六五”计划后三年: the last of the years that are told of; 今后, 此后 and 投产后 end in the same character.
    private static bool IsPartOfTerm(ReadOnlySpan<char> before, char first) =>
        before.Length > 0 && before[^1] == first
        && (before.Length == 1
            || before[^2] is ',' or ';' or ':' or '。' or '、' or '\n' or '中' or '”' or '划' or '期' or '间' or '的' or '和' or '与' or '在');

    private static char At(ReadOnlySpan<char> text, int at) => NumeralReader.At(text, at);
}
