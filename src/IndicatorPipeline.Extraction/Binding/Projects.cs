using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Binding;

/// <summary>Investment projects: any count of them, of a size class or a stage, is one indicator; of a special programme it is none.</summary>
internal static class Projects
{
    /// <summary>Code of the sum that projects cost.</summary>
    public const string Investment = "projects.investment";

    // Projects that are no investment: research, approvals, fees, contests.
    private static readonly string[] Programmes = ["科技", "科学", "科研", "专科", "课题", "审批", "许可", "收费", "检查", "检验", "遗产", "非遗", "体育", "比赛", "基金", "专项", "政府购买", "清单", "用地", "奖", "国债", "培训", "试点示范", "案例"];

    /// <summary>The indicator of a count of projects that the tokens name, or null.</summary>
    public static IndicatorTerm? Count(BindingContext context, int start, int end)
    {
        if (end <= start) return null;
        var text = context.TextOf(start, end);
        if (!text.EndsWith("项目", StringComparison.Ordinal) && !text.EndsWith("建设单位", StringComparison.Ordinal)) return null;
        foreach (var programme in Programmes)
            if (text.IndexOf(programme) >= 0) return null;
        return context.Lexicon.Find("重点项目")?.Indicator;
    }

    /// <summary>Whether the tokens name projects or works.</summary>
    public static bool Named(BindingContext context, int start, int end)
    {
        for (var i = start; i < end; i++)
            if (context.Sentence.Tokens[i].Is(Role.Works) || context.Sentence.Tokens[i].Entry?.Indicator?.Indicator.Code == "projects.count") return true;
        return false;
    }
}
