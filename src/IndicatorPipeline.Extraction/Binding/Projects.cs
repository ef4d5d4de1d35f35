using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Tokens;
using IndicatorPipeline.Extraction.Tables;
using IndicatorPipeline.Extraction.Text;

namespace IndicatorPipeline.Extraction.Binding;

/// <summary>Investment projects: any count of them, of a size class or a stage, is one indicator; of a special programme it is none.</summary>
internal static class Projects
{
    private const int LongestBranch = 10;

    // From the total to its percentage, in tokens.
    private const int FurthestTotal = 8;

    // From the verb to the name of the projects, in tokens.
    private const int FurthestVerb = 8;

    private static readonly string[] Trades = ["批", "零售", "商", "贸", "餐", "住宿", "服务"];

    // Projects that are no investment: research, approvals, fees, contests.
    private static readonly PhraseSearch Programmes =
        new(["科技", "科学", "科研", "专科", "课题", "审批", "许可", "收费", "检查", "检验", "遗产", "非遗", "体育", "比赛", "基金", "专项", "政府购买", "清单", "用地", "国债",
            "培训", "试点示范", "案例", "治理", "协作", "帮扶", "对口支援", "实事", "整村推进", "研发", "攻关", "孵化", "在孵", "政务", "文艺", "文化遗产", "教育", "救助",
            "服务项目", "示范", "人才", "引智", "雨污", "平急两用", "工业上楼", "工资", "产学研", "标准化", "品牌", "旅游节", "志愿", "健身", "信息化", "封关", "查漏补缺",
            "回迁", "安置问题", "评比", "表彰"]);

    // Words of a sentence that counts works by branch.
    private static readonly PhraseSearch Works = new(["限额以", "建设单位", "工矿企业"]);

    // What is done with investment projects.
    private static readonly string[] Stages =
        ["投产", "未", "前期", "建成", "开工", "竣工", "完工", "完成", "进展", "进度", "全部", "全面", "加快", "建设", "纳入", "列入", "获批", "入库", "落地", "实现", "总投资",
            "计划总投资"];

    // What counts as projects, by the end of the name.
    private static readonly EndingTable Counted = new(["项目", "建设单位", "工矿企业", "重点工程", "重点建设工程"]);

    // 交通方面的220个: how the members of a list of works by branch are named.
    private static readonly EndingTable Branches =
        new(["方面", "部门", "工业", "企业", "单位", "工程", "电站", "矿井", "其他", "内地", "沿海", "以上"]);

    private static readonly EndingTable BranchesBefore = new(["企业", "工业", "方面", "部门"]);

    /// <summary>The indicator of a count of projects that the tokens name, or null.</summary>
    public static IndicatorTerm? Count(BindingContext context, int start, int end)
    {
        if (end <= start) return null;
        var text = context.TextOf(start, end);
        // 38个项目总投资达4523亿元: the name goes on with what they cost.
        if (text[0] == '项' && (text.StartsWith("项目总投资") || text.StartsWith("项目计划总投资"))) return context.Lexicon.Find("重点项目")?.Indicator;
        if (!Counted.IsEndOf(text) && !IsAboveNorm(text)) return null;
        return IsProgramme(text) || IsAbolished(context, start) ? null : context.Lexicon.Find("重点项目")?.Indicator;
    }

    // 取消达标评比项目29项, 取消和下放项目246项: what an office no longer asks for.
    private static bool IsAbolished(BindingContext context, int start)
    {
        var tokens = context.Tokens;
        for (var i = start - 1; i >= 0 && i >= start - FurthestVerb && tokens[i].Kind is TokenKind.Text or TokenKind.Word; i--)
            if (context.TextOf(i) is "取消" or "取消了" or "下放" or "停征" or "免征" or "精简") return true;
        return false;
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
        var follows = context.Claims.Count > 0 && context.Claims[^1].Subject.Term is { CountsProjects: true };
        if (follows && IsPartOfProjects(context, claim)) return true;
        var named = Branches.IsEndOf(context.Text[claim.Subject.Start..claim.Subject.End]);
        return (named || follows) && Works.IsIn(context.Text[context.Sentence.Start..context.Sentence.End]);
    }

    // 大型建设项目1100个,其中冶金企业130个,化工企业55个.
    private static bool IsPartOfProjects(BindingContext context, in Claim claim)
    {
        ref readonly var last = ref context.Claims[^1];
        if (last is not { Unit: "item", Measure: Measure.Level }) return false;
        var between = context.Text[last.End..claim.Start];
        var goesOn = between.StartsWith(",其中") || (between.Length < LongestBranch && between.StartsWith(","));
        return goesOn && BranchesBefore.IsEndOf(between);
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
            case Dimension.Money or Dimension.None when claim is { Measure: Measure.Level, Unit: "CNY" }:
                SettleSum(context, ref claim, term);
                return;
            case Dimension.Ratio or Dimension.Multiple when term is { CountsProjects: true } or { IsInvestment: true } && claim.Unit == "%":
                SettlePercentage(context, ref claim, term);
                return;
        }
    }

    // 签约项目86个、总金额12亿元; 民间投资项目318个、176亿元; but 技术合同86份、总金额12亿元 is no investment.
    private static void SettleSum(BindingContext context, ref Claim claim, IndicatorTerm? term)
    {
        if (term is not (null or { CountsProjects: true } or { IsInvestment: true }) || context.Claims.Count == 0) return;
        ref readonly var counted = ref context.Claims[^1];
        if (counted.Unit != "item" || claim.Start - counted.End >= LongestBranch) return;
        var isSum = context.Text[claim.Subject.Start..claim.Subject.End] is "总金额" or "金额" or "协议金额" or "合同金额" or "协议总金额"
            or "签约金额" or "签约总额" or "合同总额" or "总额" or "投资额";
        if (counted.Subject.Term is { CountsProjects: true })
        {
            if (isSum || term is { CountsProjects: true }) SetTerm(ref claim, context.Lexicon.Find("总投资")?.Indicator);
        }
        else if (isSum && term is { IsInvestment: true })
        {
            SetTerm(ref claim, null);
        }
    }

    private static void SettlePercentage(BindingContext context, ref Claim claim, IndicatorTerm term)
    {
        var name = context.Text[claim.Subject.Start..claim.Subject.End];
        // 开工率76% is no number of projects.
        if (term.CountsProjects && claim.Measure is Measure.Level or Measure.Share)
        {
            SetTerm(ref claim, null);
            return;
        }
        if (!term.IsInvestment) return;
        // 投资额占全年投资总额的三分之二: what is measured by all investment is no project's.
        if (claim.Measure == Measure.Share && name.StartsWith("投资") && FollowsInvestment(context, claim.Token)) SetTerm(ref claim, null);
        // 投资增长7% is that of all fixed assets.
        var isBare = name.Length == 2;
        if (isBare && claim.Measure is Measure.Growth or Measure.AverageGrowth) SetTerm(ref claim, context.Lexicon.Find("固定资产投资")?.Indicator);
    }

    private static bool FollowsInvestment(BindingContext context, int number) =>
        context.TextOf(Math.Max(0, number - FurthestTotal), number).LastIndexOf("投资") > 0;

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
            // 项目|单位, 项目|库 are one word.
            if (EndsAsProjects(context, next) || text is ['单', '位', ..] or ['资', '金', ..] or ['库' or '群', ..] or ['团', '队', ..] or ['法', '人', ..])
                continue;
            if (i != start || IsStage(text)) return i + 1;
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

    private static bool EndsAsProjects(BindingContext context, int token) => context.TextOf(token) is [.., '项', '目'];

    /// <summary>Whether the tokens name projects or works.</summary>
    public static bool Named(BindingContext context, int start, int end)
    {
        for (var i = start; i < end; i++)
            if (context.Tokens[i].Is(Role.Works) || context.Tokens[i].Indicator is { CountsProjects: true }) return true;
        return false;
    }
}
