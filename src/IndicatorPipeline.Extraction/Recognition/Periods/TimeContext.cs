using IndicatorPipeline.Extraction.Recognition.Numerals;

namespace IndicatorPipeline.Extraction.Recognition.Periods;

/// <summary>What the characters around a time make of it: the time of what follows, a base of comparison, a name, a deadline.</summary>
internal static class TimeContext
{
    // From a time to the word that makes it a base: 同一九五五年国家决算比较.
    private const int ComparisonReach = 14;

    // Behind a year that is compared with: 比历史最高水平的1980年翻了一番.
    private const string Comparing = "的增翻提高多还又少减降下";

    private const string BeginningsOfNumbers = "0123456789百一二三四五六七八九十";

    private const string Digits = BeginningsOfNumbers + "千万";

    // Behind a year whose name says which one is meant: 开局, 价格, 召开.
    private const string FirstsOfNames = "开收不可价的结滚拖承遗积形召举以";

    private static readonly string[] Names =
    [
        "开局", "收官", "不变价", "可比价", "价格计算", "的价格计算", "价格计", "结转", "结余", "滚存", "拖欠", "承担", "遗留", "积欠", "形成的",
        "召开", "举行", "以来最", "以来首", "以来同", "以来新", "以来少",
    ];

    /// <summary>What the time at <paramref name="start"/> to <paramref name="end"/> does in the sentence that begins at <paramref
    /// name="sentenceStart"/>.</summary>
    public static TimeUse UseOf(ReadOnlySpan<char> text, int start, int end, int sentenceStart)
    {
        for (var i = start - 1; i >= Math.Max(sentenceStart, start - 2); i--)
        {
            if (text[i] is '比' or '较') return TimeUse.Base;
            if (text[i] is not ('于' or '“' or '之' or '到')) break;
        }

        var before = text[sentenceStart..start];
        var behind = text[end..];
        var (last, next) = (NumeralReader.At(before, before.Length - 1), NumeralReader.At(behind, 0));
        // 比五年计划原定1957年3856亿斤的水平超过133亿斤.
        if (last == '定' && before.EndsWith("原定", StringComparison.Ordinal)) return TimeUse.Base;
        if (IsName(before, behind, last, next)) return TimeUse.Name;
        // 是1980年(2687项)的11.5倍: the value of that year stands between.
        if (next == '(' && last is '是' or '为' or '于' && OfAmountInBrackets(behind)) return TimeUse.Base;
        if (next == '的' && (last is '是' or '为' or '达' or '于' or '当' or '及' || before is [.., '达', '到'])) return TimeUse.Base;
        // 同改革开放前的1978年相比: other words of the time stand between.
        if (last == '的' && behind is ['相', '比', ..] or ['比', '较', ..] && Clause(before).IndexOfAny('同', '与', '和') >= 0) return TimeUse.Base;
        // 比第一个五年计划规定的1957年的412万吨增长一倍半, 比历史最高水平的1980年翻了一番.
        if (last == '的' && Comparing.Contains(next) && Clause(before).IndexOfAny('比', '较') >= 0) return TimeUse.Base;
        // 超过历史最高水平的1984年;…: passed, not told of.
        if (last == '的' && EndsClause(next) && PassesYear(Clause(before))) return TimeUse.Base;
        // 仅次于1984年, 继1984年之后.
        if (last is '继' || (last == '于' && before is [.., '次', _])) return TimeUse.Base;
        // 已超去年全年总值: passed within the year at hand.
        if (last is '超' or '过' or '了' or '出' && text[start..end].EndsWith("全年") && (last == '超' || EndsAsOver(before))) return TimeUse.Base;
        // 超过2003年全年总额: passed by the year at hand.
        if (last is '过' or '出' && behind is ['全', '年', ..] && EndsAsOver(before)) return TimeUse.Base;
        // 相当于1981年.
        if (last == '于' && before.EndsWith("相当于", StringComparison.Ordinal)) return TimeUse.Base;
        // 超过1957年20%, 超过历史最高的1979年百分之十一.
        if (last is '过' or '了' or '出' or '的' && BeginningsOfNumbers.Contains(next) && PassesBy(before, last)) return TimeUse.Base;
        // 产量有可能超过1980年,: nothing follows that the year could be of.
        if (last == '过' && next is ',' or ';' or '。' or '、' && EndsAsOver(before)) return TimeUse.Base;
        // 达到1957年水平的, 恢复到1957年的水平的.
        if (last == '到' && before is [.., '恢', '复', _] or [.., '达', _] && behind is ['水', '平', '的', ..] or ['的', '水', '平', '的', ..])
            return TimeUse.Base;
        // 恢复到1957年的.
        if (next == '的' && before is [.., '恢', '复', '到' or '至']) return TimeUse.Base;
        return IsBase(before, behind, last, next) ? TimeUse.Base : TimeUse.Governs;
    }

    /// <summary>Whether something is to be reached by the time at <paramref name="start"/>: 到2025年.</summary>
    public static bool IsDeadline(ReadOnlySpan<char> text, int start, int sentenceStart) =>
        text[sentenceStart..start] switch
        {
            // 产量达到1957年水平: a comparison.
            [.., '达', '到'] => false,
            [.., '到'] or [.., ',' or '截', '至'] => true,
            _ => false,
        };

    private static bool IsName(ReadOnlySpan<char> before, ReadOnlySpan<char> behind, char last, char next)
    {
        // 超过了第一个五年计划最后一年的指标, 提前三年实现“十一五”目标: a plan that is met, not a time.
        if (last is '了' or '成' or '过' or '现' && Near(behind, ["指标", "任务", "目标", "计划"], 10)) return true;
        // “十五五”开局之年 is a name for one year, which other words tell; 2010年不变价; 上年结转收入; 1958年11月召开的会议; 1985年以来最高.
        if (FirstsOfNames.Contains(next))
        {
            foreach (var word in Names)
                if (behind.StartsWith(word, StringComparison.Ordinal)) return true;
        }

        // 160亿元(1995年价).
        if (next == '价' && behind is ['价', ')' or ',' or '计' or ';' or '。', ..] or ['价', '格', ')' or ',', ..]) return true;
        // 避免象去年那样.
        if (last is '象' or '像' && behind is ['那' or '一', '样', ..]) return true;
        // 面向2030年的项目, 对1954年的灾区.
        return (last == '向' && before.EndsWith("面向", StringComparison.Ordinal)) || (last == '对' && next == '的');
    }

    // 与2010年相比, 同1955年决算比较, 在1954年基数上, 以2005年为基期, 低于去年同期.
    private static bool IsBase(ReadOnlySpan<char> before, ReadOnlySpan<char> behind, char last, char next)
    {
        if (last == '同' && Near(behind, ["作比较"], 2 * ComparisonReach)) return true;
        if (last is '与' or '和' or '同' or '跟' && Near(behind, ["相比", "比较", "对比", "相较", "持平", "相当"], ComparisonReach)) return true;
        // 如果同建国初期的1950年的170亿元作比较: other words of the time stand between.
        if (next == '的' && Near(behind, ["作比较", "相比", "比较"], ComparisonReach) && Clause(before).IndexOfAny('同', '与', '跟') >= 0) return true;
        if (before is [.., '以'] && behind is ['为', '基', ..]) return true;
        // 超过2019年同期水平, 恢复到2019年的水平: what is compared with, whatever the verb.
        if (behind is ['同', '期', ..] or ['的', '同', '期', ..]) return true;
        if (behind is ['水', '平', ..] or ['的', '水', '平', ..] && before is [.., '过' or '到' or '于' or '近' or '至' or '持']) return true;
        // 在近三年平均数的基础上压缩10%.
        if (behind is ['平', '均', '数' or '水' or '值', ..] or ['的', '平', '均', '数' or '水' or '值', ..]) return true;
        if (behind is ['的', '基', '数' or '础', ..] or ['基', '数' or '础', ..] or ['实', '绩', '的', '基', ..]) return true;
        // 是“十五”期间投资的9倍.
        if ((before is [.., '是' or '为'] or [.., '等', '于'] or [.., '当', '于']) && Near(behind, ["倍"], ComparisonReach)) return true;
        return before is [.., '高' or '低' or '快' or '慢' or '好' or '多' or '少', '于'];
    }

    private static bool PassesBy(ReadOnlySpan<char> before, char last) =>
        EndsAsOver(before) || (last == '的' && Clause(before).IndexOf("超过") >= 0);

    private static bool OfAmountInBrackets(ReadOnlySpan<char> behind)
    {
        var close = behind[..Math.Min(behind.Length, ComparisonReach)].IndexOf(')');
        return close > 1 && close + 1 < behind.Length && behind[close + 1] == '的' && behind[..close].IndexOfAny(Digits) > 0;
    }

    private static bool EndsClause(char next) => next is ',' or ';' or '。' or '、' or '\n' or '\0';

    private static bool PassesYear(ReadOnlySpan<char> clause) =>
        clause.IndexOf("历史最") >= 0 && (clause.IndexOfAny('超', '比', '较') >= 0 || clause.IndexOf("接近") >= 0 || clause.IndexOf("于") >= 0);

    private static bool EndsAsOver(ReadOnlySpan<char> before) => before is [.., '超', '过' or '出'] or [.., '超', '过', '了'];

    private static ReadOnlySpan<char> Clause(ReadOnlySpan<char> before) => before[(before.LastIndexOfAny(",;:") + 1)..];

    private static bool Near(ReadOnlySpan<char> text, ReadOnlySpan<string> words, int reach)
    {
        text = text[..Math.Min(text.Length, reach)];
        var end = text.IndexOfAny(",;。");
        if (end >= 0) text = text[..end];
        foreach (var word in words)
            if (text.IndexOf(word) >= 0) return true;
        return false;
    }
}
