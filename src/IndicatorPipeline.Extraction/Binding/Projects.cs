using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Binding;

/// <summary>Investment projects: any count of them, of a size class or a stage, is one indicator; of a special programme it is none.</summary>
internal static class Projects
{
    /// <summary>Code of the sum that projects cost.</summary>
    public const string Investment = "projects.investment";

    /// <summary>Code of their number.</summary>
    public const string Number = "projects.count";

    // Projects that are no investment: research, approvals, fees, contests.
    private static readonly string[] Programmes = ["科技", "科学", "科研", "专科", "课题", "审批", "许可", "收费", "检查", "检验", "遗产", "非遗", "体育", "比赛", "基金", "专项", "政府购买", "清单", "用地", "奖", "国债", "培训", "试点示范", "案例", "治理", "协作", "帮扶", "对口支援", "实事", "整村推进", "研发", "攻关", "孵化", "在孵", "政务", "文艺", "文化遗产", "教育", "救助", "服务项目", "示范", "人才", "引智", "雨污", "平急两用", "工业上楼", "工资", "产学研", "标准化", "品牌", "旅游节", "志愿", "健身"];

    // What is done with investment projects.
    private static readonly string[] Stages = ["投产", "未", "前期", "建成", "开工", "竣工", "完工", "完成", "进展", "进度", "全部", "全面", "加快", "建设", "纳入", "列入", "获批", "入库", "落地", "实现"];

    /// <summary>The indicator of a count of projects that the tokens name, or null.</summary>
    public static IndicatorTerm? Count(BindingContext context, int start, int end)
    {
        if (end <= start) return null;
        var text = context.TextOf(start, end);
        if (!text.EndsWith("项目", StringComparison.Ordinal) && !text.EndsWith("建设单位", StringComparison.Ordinal)
            && !text.EndsWith("重点工程", StringComparison.Ordinal) && !text.EndsWith("重点建设工程", StringComparison.Ordinal)) return null;
        return IsProgramme(text) ? null : context.Lexicon.Find("重点项目")?.Indicator;
    }

    /// <summary>Whether a name of projects is that of a special programme.</summary>
    public static bool IsProgramme(ReadOnlySpan<char> name)
    {
        foreach (var programme in Programmes)
            if (name.IndexOf(programme) >= 0) return true;
        return false;
    }

    /// <summary>投资增长7%: a growth of investment without a project is that of all fixed assets; 开工率76% is no number of projects.</summary>
    public static Subject Settle(BindingContext context, in Claim claim)
    {
        var subject = claim.Subject;
        var code = subject.Term?.Indicator.Code;
        if (code == Number && claim.Unit == "%" && claim.Measure is Measure.Level or Measure.Share) return subject with { Term = null };
        if (code != Investment || claim.Measure is not (Measure.Growth or Measure.AverageGrowth) || subject.End - subject.Start != 2) return subject;
        return subject with { Term = context.Lexicon.Find("固定资产投资")?.Indicator };
    }

    /// <summary>700个省重点项目|完成投资, 3900多个项目|投产达效: where the name of counted projects ends.</summary>
    public static int NameEnd(BindingContext context, int start, int end)
    {
        var tokens = context.Sentence.Tokens;
        for (var i = start; i < end - 1; i++)
        {
            if (!EndsAsProjects(context, i)) continue;
            var next = tokens[i + 1].IsMark('”') ? Math.Min(i + 2, end - 1) : i + 1;
            var text = context.TextOf(next, end);
            if (EndsAsProjects(context, next) || text.StartsWith("单位") || text.StartsWith("资金") || text.StartsWith("库") || text.StartsWith("群") || text.StartsWith("团队") || text.StartsWith("法人")) continue;
            if (i == start && !IsStage(text)) continue;
            return i + 1;
        }

        return end;
    }

    // 23个项目|未达到序时进度; but of 2个项目获国家科技奖 the prize says which projects.
    private static bool IsStage(ReadOnlySpan<char> text)
    {
        foreach (var stage in Stages)
            if (text.StartsWith(stage, StringComparison.Ordinal)) return true;
        return false;
    }

    private static bool EndsAsProjects(BindingContext context, int token) =>
        context.Text[context.Sentence.Tokens[token].Start..context.Sentence.Tokens[token].End].EndsWith("项目");

    /// <summary>Whether the tokens name projects or works.</summary>
    public static bool Named(BindingContext context, int start, int end)
    {
        for (var i = start; i < end; i++)
            if (context.Sentence.Tokens[i].Is(Role.Works) || context.Sentence.Tokens[i].Entry?.Indicator?.Indicator.Code == Number) return true;
        return false;
    }
}
