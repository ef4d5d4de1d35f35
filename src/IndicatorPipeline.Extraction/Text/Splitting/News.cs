using System.Globalization;

namespace IndicatorPipeline.Extraction.Text.Splitting;

/// <summary>Tells headlines of news from titles of papers, and when news is of: the month that its page gives, and the year.</summary>
internal static class News
{
    private static readonly string[] Papers =
        ["报告", "讲话", "计划", "要点", "方案", "规划", "预算", "意见", "通知", "致辞", "发言", "会议", "清单", "纲要", "献词", "贺词", "分解", "分工"];

    // 2024年重点任务 is a paper; 2024年主要目标顺利实现 is news.
    private static readonly string[] PapersAtTheEnd = ["任务", "目标", "安排", "部署", "实事"];

    /// <summary>Whether a folded title is the headline of news: it names no paper, or tells of one.</summary>
    public static bool IsHeadline(string title) => title.Length > 0 && (!NamesPaper(title) || TellsOfPaper(title));

    /// <summary>Whether a folded title is, or speaks of, a paper: a report, a speech, a plan.</summary>
    public static bool NamesPaper(string title) => Phrases.HoldsAny(title, Papers) || Phrases.EndsWithAny(title, PapersAtTheEnd);

    /// <summary>The month, 1 to 12, that the dateline of news gives, or null, and the year the news is told in, of which <paramref name="found"/> is
    /// what <see cref="DateFinder"/> found, if anything.</summary>
    public static (int? Month, Known<int>? Year) Date(Page page, Part part, Masthead masthead, string title, Known<int>? found)
    {
        int? month = null;
        for (var i = Math.Max(masthead.TitleLine, part.First); i < part.End && i <= masthead.Body; i++)
            month ??= Dateline.Month(page.Fold(page.Lines[i]));
        if (found is not { } year) return (month, null);
        // 会议12月18日举行,部署2021年工作: the year that is planned has not begun.
        if (month >= DateFinder.MonthsOfPlanning && year.Evidence == Evidence.Text) return (month, year with { Value = year.Value - 1 });
        // 2023年经济总量突破2万亿元, told on 24 January.
        var isEnded = month <= DateFinder.LastMonthOfResults && year.Evidence == Evidence.Title
            && (TellsYearEnded(title) || OpensWithYearEnded(page.Fold(page.Lines[Math.Min(masthead.Body, part.End - 1)]), year.Value));
        return (month, isEnded ? year with { Value = year.Value + 1 } : year);
    }

    // 《2023年统计公报》显示, 2023年生产总值比上年增长: the opening of news tells how the year ended.
    private static bool OpensWithYearEnded(ReadOnlySpan<char> opening, int year)
    {
        const int Sentence = 60;
        Span<char> name = stackalloc char[5];
        year.TryFormat(name, out var length, default, CultureInfo.InvariantCulture);
        name[length] = '年';
        if (opening.IndexOf(name[..(length + 1)]) is not (var at and >= 0)) return false;
        var told = opening[at..Math.Min(opening.Length, at + Sentence)];
        return !Phrases.HoldsAny(told, ["目标", "预期", "计划", "将", "力争", "月", "季"])
            && Phrases.HoldsAny(told, ["公报", "比上年", "同比"]);
    }

    // 2023年贵州经济总量突破2万亿元: a headline that tells how a whole year ended is of the months after it.
    private static bool TellsYearEnded(string title) =>
        !Phrases.HoldsAny(title, ["季", "月", "半年", "春", "假", "节", "将", "拟", "目标", "计划", "力争", "有望", "安排"])
            && Phrases.HoldsAny(title, ["增长", "突破", "达", "超", "完成", "实现", "上升", "下降", "上涨", "净利润", "同比", "新增"]);

    // 解读《实施方案》, 全省经济工作会议召开: not the paper, but news of it.
    private static bool TellsOfPaper(string title) =>
        Phrases.HoldsAny(title, ["解读", "读懂", "发布会", "答记者问", "问答", "召开", "举行", "印发", "出台"]);
}
