using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Binding;

/// <summary>The kind of figure that only the last member of a list of names tells: 汽车、有色金属行业增加值分别增长18%、16%.</summary>
internal static class SharedKinds
{
    private const int LongestName = 40;

    // The kinds that are said once for all; a longer one before its end.
    private static readonly string[] Kinds =
        [
            "行业增加值", "增加值", "总产值", "产值", "总产量", "产量", "零售额", "销售额", "交易额", "成交额", "营业收入", "销售收入", "业务收入", "营收", "贷款余额", "存款余额", "余额", "贷款",
            "覆盖率", "普及率", "通达率", "通畅率", "入户率", "达标率", "合格率", "优良率", "利用率", "处理率", "治理率", "回收率", "自给率", "参保率", "入学率", "入园率",
            "就业率", "完成率", "机械化率", "国产化率", "满意度", "案件立案数", "案件发案数", "播种面积", "种植面积", "吞吐量", "周转量", "运输量", "业务量", "销量", "浓度",
        ];

    // What tells the kind of figure of a member that has its own.
    private static readonly EndingTable Figures =
        new(
            [
                "率", "额", "量", "值", "数", "度", "重", "比", "收入", "支出", "预算", "投资", "外资", "内资", "引资", "贷款", "存款", "融资", "债务", "税收", "利税", "利润",
                "出口", "进口", "贸易", "消费", "用电", "就业", "游客", "人次", "里程", "面积", "余额", "价格", "浓度", "资产", "负债", "保费", "工资", "产能", "能耗", "规模",
                "总量", "标准", "GDP", "gdp", "CPI", "PPI", "起数", "人口", "经济", "资金", "积", "费", "税",
            ]);

    /// <summary>Whether the words name a figure, and not only what one could be of.</summary>
    public static bool NamesFigure(ReadOnlySpan<char> name) => Figures.IsEndOf(name);

    /// <summary>The subject <paramref name="subject"/>, which the words <paramref name="own"/> name, with the kind that a later member of the list,
    /// <paramref name="next"/>, ends in; null where it has a kind of its own or the other tells none.</summary>
    public static Subject? Complete(BindingContext context, in Subject subject, ReadOnlySpan<char> own, ReadOnlySpan<char> next)
    {
        if (own.IsEmpty || own.Length + next.Length > LongestName || Figures.IsEndOf(own)) return null;
        // 民营经济、装备制造业增加值: of an indicator that is complete nothing is left out, but of a branch.
        if (subject.Term is { IsCore: true } && own[^1] is not '业') return null;
        foreach (var kind in Kinds)
        {
            if (next.Length <= kind.Length + 1 || !next.EndsWith(kind, StringComparison.Ordinal)) continue;
            // 装备制造业、汽车行业增加值: what is a branch by its name is no branch once more.
            if (kind.StartsWith("行业", StringComparison.Ordinal) && own[^1] is '业') continue;
            var isOutput = kind is "产量" or "总产量";
            // 梨、红枣产量; what else has a name of one character is a word cut short.
            if (own.Length < 2 && !isOutput) return null;
            var name = string.Concat(own, kind);
            // 钢材、光伏行业增加值: the goods name the branch, and their output is not meant; 高新技术企业、小微企业贷款: nor are the firms.
            var known = subject.Term is { IsOutput: true } or { IsCore: true } && !isOutput ? null : subject.Term;
            return subject with { Term = context.Lexicon.Find(name)?.Indicator ?? known, Name = name };
        }

        return null;
    }
}
