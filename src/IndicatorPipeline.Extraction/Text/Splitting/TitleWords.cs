namespace IndicatorPipeline.Extraction.Text.Splitting;

/// <summary>Tells titles and salutations from other lines.</summary>
internal static class TitleWords
{
    private const int LongestTitle = 60;

    private static readonly string[] Ends =
    [
        "工作报告", "报告", "讲话", "讲话稿", "讲话提纲", "讲话要点", "发言", "发言稿", "发言材料", "致辞", "致词", "讲话成果", "讲话精神",
        "工作总结", "工作要点", "汇报", "演讲", "述职报告", "的说明", "草案", "动员讲话", "主持词", "开幕词", "闭幕词", "报告全文",
        "工作计划", "工作思路", "工作安排", "公报", "纲要", "发展规划", "专项规划", "实事清单", "任务清单", "实施方案", "行动计划", "行动方案",
    ];

    private static readonly string[] Salutations =
    [
        "各位代表", "同志们", "各位领导", "各位委员", "各位同志", "各位来宾", "各位嘉宾", "各位同事", "各位朋友", "各位企业家",
        "尊敬的", "女士们", "朋友们", "主席团", "主任、", "主席、", "各位",
    ];

    private static readonly string TitleLasts = Lasts(Ends);
    private static readonly string SalutationLasts = Lasts(Salutations);

    /// <summary>Whether a title can end with the folded character: a quick look before the line is folded.</summary>
    public static bool MayEndTitle(char last) => last != '。' && (last is ')' or ']' or '】' || TitleLasts.Contains(last));

    /// <summary>Whether a salutation can end with the folded character; with a bracket, where injected pinyin stands behind it.</summary>
    public static bool MayEndSalutation(char last) => last != '。' && (last is ':' or '!' or ',' or ')' || SalutationLasts.Contains(last));

    /// <summary>Whether a folded line may be the title of a speech or report.</summary>
    public static bool IsTitle(ReadOnlySpan<char> line)
    {
        line = WithoutTail(line);
        if (line.Length is < 4 or > LongestTitle || line[0] is '-' or '(' || !TitleLasts.Contains(line[^1])) return false;
        // 2025年1月20日在…会议上的讲话 is a byline.
        if (DateReader.Find(line) is { Start: 0, Day: not null }) return false;
        foreach (var end in Ends)
        {
            if (!line.EndsWith(end, StringComparison.Ordinal)) continue;
            // 作政府工作报告 ends a byline.
            var isByline = line[..^end.Length] is [.., '作'] || line.EndsWith("作政府工作报告", StringComparison.Ordinal);
            return !isByline && !TellsWhatWasRead(line) && !line.ContainsAny('。', '!', ';');
        }

        return false;
    }

    /// <summary>统计公报, 关于计划执行结果的公报: tells what was counted; the 公报 of a congress sets goals too.</summary>
    public static bool IsBulletin(ReadOnlySpan<char> title) => title.IndexOf("公报") >= 0 && title.IndexOf("会议") < 0 && title.IndexOf("全会") < 0;

    /// <summary>各位代表: · 同志们: · 尊敬的各位领导, …</summary>
    public static bool IsSalutation(ReadOnlySpan<char> line)
    {
        if (line.Length is < 3 or > 60 || !MayEndSalutation(line[^1])) return false;
        foreach (var word in Salutations)
        {
            if (line.StartsWith(word, StringComparison.Ordinal)) return line[^1] is ':' or '!' or ',' || line.Length == word.Length;
        }

        return false;
    }

    // 审查“十五五”规划纲要草案, 听取政府工作报告: what a meeting did, under its headline.
    private static bool TellsWhatWasRead(ReadOnlySpan<char> line) => line is ['审', '查' or '议', ..] or ['听', '取', ..];

    private static string Lasts(string[] words) => string.Create(words.Length, words, static (lasts, words) =>
    {
        for (var i = 0; i < words.Length; i++) lasts[i] = words[i][^1];
    });

    // 政府工作报告(文字实录), 政府工作报告(2008年), 工作报告[全文]
    private static ReadOnlySpan<char> WithoutTail(ReadOnlySpan<char> line)
    {
        if (line is not [.., ')' or ']' or '】']) return line;
        var open = line.LastIndexOfAny('(', '[', '【');
        return open > 0 ? line[..open] : line;
    }
}
