using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Tables;
using IndicatorPipeline.Extraction.Text;

namespace IndicatorPipeline.Extraction.Binding;

/// <summary>Investment projects: any count of them, of a size class or a stage, is one indicator; of a special programme it is none.</summary>
internal static class Projects
{
    private const int LongestBranch = 10;

    private static readonly string[] Trades = ["批", "零售", "商", "贸", "餐", "住宿", "服务"];

    // Projects that are no investment: research, approvals, fees, contests.
    private static readonly PhraseSearch Programmes =
        new(["科技", "科学", "科研", "专科", "课题", "审批", "许可", "收费", "检查", "检验", "遗产", "非遗", "体育", "比赛", "基金", "专项", "政府购买", "清单", "用地", "国债", "培训", "试点示范",
        "案例", "治理", "协作", "帮扶", "对口支援", "实事", "整村推进", "研发", "攻关", "孵化", "在孵", "政务", "文艺", "文化遗产", "教育", "救助", "服务项目", "示范", "人才", "引智", "雨污", "平急两用",
        "工业上楼", "工资", "产学研", "标准化", "品牌", "旅游节", "志愿", "健身", "信息化", "封关", "查漏补缺", "回迁", "安置问题"]);

    // Words of a sentence that counts works by branch.
    private static readonly PhraseSearch Works = new(["限额以", "建设单位", "工矿企业"]);

    // What is done with investment projects.
    private static readonly string[] Stages =
        ["投产", "未", "前期", "建成", "开工", "竣工", "完工", "完成", "进展", "进度", "全部", "全面", "加快", "建设", "纳入", "列入", "获批", "入库", "落地", "实现", "总投资", "计划总投资"];

    /// <summary>The indicator of a count of projects that the tokens name, or null.</summary>
    public static IndicatorTerm? Count(BindingContext context, int start, int end)
    {
        if (end <= start) return null;
        var text = context.TextOf(start, end);
        // 38个项目总投资达4523亿元: the name goes on with what they cost.
        if (text[0] == '项' && (text.StartsWith("项目总投资") || text.StartsWith("项目计划总投资"))) return context.Lexicon.Find("重点项目")?.Indicator;
        if (text is not ([.., '项', '目'] or [.., '建', '设', '单', '位'] or [.., '工', '矿', '企', '业'] or [.., '重', '点', '工', '程']
            or [.., '重', '点', '建', '设', '工', '程']) && !IsAboveNorm(text))
        {
            return null;
        }
        return IsProgramme(text) ? null : context.Lexicon.Find("重点项目")?.Indicator;
    }

    // 限额以上的工业企业: works above the norm of the first plans; 限额以上零售企业 are shops of a later law on statistics.
    private static bool IsAboveNorm(ReadOnlySpan<char> text)
    {
        if (text is not ([.., '企', '业'] or [.., '单', '位'] or [.., '工', '程']) || text.IndexOf("限额以") < 0) return false;
        foreach (var trade in Trades)
            if (text.IndexOf(trade) >= 0) return false;
        return true;
    }

    // 限额以上的建设单位有694个,…,交通方面的220个: a member of the list of works that the sentence counts by branch.
    private static bool IsBranch(BindingContext context, in Claim claim)
    {
        if (claim.Measure is not (Measure.Level or Measure.Gap) || context.Text[claim.End - 1] is not ('个' or '项' or '座')) return false;
        // 大型建设项目1100个,其中冶金企业130个,化工企业55个.
        ref readonly var last = ref context.Claims.Count > 0 ? ref context.Claims[^1] : ref claim;
        var follows = context.Claims.Count > 0 && last.Subject.Term is { CountsProjects: true };
        if (follows && last is { Unit: "item", Measure: Measure.Level } && context.Text[last.End..claim.Start] is var between
            && (between.StartsWith(",其中") || (between.StartsWith(",") && between.Length < LongestBranch))
            && (between.EndsWith("企业") || between.EndsWith("工业") || between.EndsWith("方面") || between.EndsWith("部门"))) return true;
        var named = context.Text[claim.Subject.Start..claim.Subject.End] is [.., '方', '面'] or [.., '部', '门'] or [.., '工' or '企', '业']
            or [.., '单', '位'] or [.., '工', '程'] or [.., '电', '站'] or [.., '矿', '井'] or [.., '其', '他'] or [.., '内', '地'] or [.., '沿', '海']
            or [.., '以', '上'];
        return (named || follows) && Works.IsIn(context.Text[context.Sentence.Start..context.Sentence.End]);
    }

    /// <summary>Whether a name of projects is that of a special programme.</summary>
    public static bool IsProgramme(ReadOnlySpan<char> name) => name.Contains('奖') || Programmes.IsIn(name);

    /// <summary>Settles, for a number in a unit of <paramref name="dimension"/>, of what indicator a claim is that may be about projects: 投资增长7%, a
    /// growth of investment without a project, is that of all fixed assets; 开工率76% is no number of projects.</summary>
    public static void Settle(BindingContext context, Dimension dimension, ref Claim claim)
    {
        var term = claim.Subject.Term;
        switch (dimension)
        {
            case Dimension.Count or Dimension.Households or Dimension.None when term is not { IsCore: true } && claim.Unit == "item":
                if (IsBranch(context, claim)) SetTerm(ref claim, context.Lexicon.Find("重点项目")?.Indicator);
                return;
            case Dimension.Money or Dimension.None when (term is null or { CountsProjects: true } or { IsInvestment: true })
                && claim is { Measure: Measure.Level, Unit: "CNY" } && context.Claims.Count > 0 && context.Claims[^1] is { Unit: "item" } counted
                && claim.Start - counted.End < LongestBranch:
                var ofProjects = counted.Subject.Term is { CountsProjects: true };
                // 签约项目86个、总金额12亿元; 民间投资项目318个、176亿元; but 技术合同86份、总金额12亿元 is no investment.
                var sum = context.Text[claim.Subject.Start..claim.Subject.End] is "总金额" or "金额" or "协议金额" or "合同金额" or "协议总金额" or "签约金额" or "签约总额"
                    or "合同总额" or "总额" or "投资额";
                if (ofProjects ? sum || term is { CountsProjects: true } : sum && term is { IsInvestment: true })
                    SetTerm(ref claim, ofProjects ? context.Lexicon.Find("总投资")?.Indicator : null);
                return;
            case Dimension.Ratio or Dimension.Multiple when term is { CountsProjects: true } or { IsInvestment: true } && claim.Unit == "%":
                SettlePercentage(context, ref claim, term);
                return;
        }
    }

    private static void SettlePercentage(BindingContext context, ref Claim claim, IndicatorTerm term)
    {
        var name = context.Text[claim.Subject.Start..claim.Subject.End];
        if (term.CountsProjects && claim.Measure is Measure.Level or Measure.Share) SetTerm(ref claim, null);
        // 投资额占全年投资总额的三分之二: what is measured by all investment is no project's.
        else if (term.IsInvestment && claim.Measure == Measure.Share
            && context.TextOf(Math.Max(0, claim.Token - 8), claim.Token).LastIndexOf("投资") > 0 && name.StartsWith("投资"))
        {
            SetTerm(ref claim, null);
        }
        else if (term.IsInvestment && claim.Measure is Measure.Growth or Measure.AverageGrowth && name.Length == 2)
            SetTerm(ref claim, context.Lexicon.Find("固定资产投资")?.Indicator);
    }

    private static void SetTerm(ref Claim claim, IndicatorTerm? term) => claim.Subject = claim.Subject with { Term = term };

    /// <summary>700个省重点项目|完成投资, 3900多个项目|投产达效: where the name of counted projects ends.</summary>
    public static int NameEnd(BindingContext context, int start, int end)
    {
        var tokens = context.Tokens;
        for (var i = start; i < end - 1; i++)
        {
            if (!EndsAsProjects(context, i)) continue;
            var next = tokens[i + 1].IsMark('”') ? Math.Min(i + 2, end - 1) : i + 1;
            var text = context.TextOf(next, end);
            if (EndsAsProjects(context, next) || text.StartsWith("单位") || text.StartsWith("资金") || text.StartsWith("库") || text.StartsWith("群")
                || text.StartsWith("团队") || text.StartsWith("法人"))
            {
                continue;
            }
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
        context.TextOf(token).EndsWith("项目");

    /// <summary>Whether the tokens name projects or works.</summary>
    public static bool Named(BindingContext context, int start, int end)
    {
        for (var i = start; i < end; i++)
            if (context.Tokens[i] is var token && (token.Is(Role.Works) || (token.Is(Role.Indicator) && token.Indicator!.CountsProjects)))
                return true;
        return false;
    }
}
