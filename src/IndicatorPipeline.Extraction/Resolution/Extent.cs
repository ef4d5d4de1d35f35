using IndicatorPipeline.Extraction.Binding;
using IndicatorPipeline.Extraction.Binding.Rules;
using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Periods;
using IndicatorPipeline.Extraction.Recognition.Tokens;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Resolution;

/// <summary>Tells what is counted through a span of years (sums, what is kept) from what holds at its end (states).</summary>
internal static class Extent
{
    // Figures of one year by their nature, with the codes that begin so; of several years only their sums are (累计).
    private static readonly string[] Yearly =
    [
        "gdp", "income.", "industry.value_added", "industry.gross_output", "agriculture.gross_output", "agriculture.livestock",
        "consumption.retail_sales", "population.total", "population.urbanisation", "population.natural_growth", "population.birth_rate",
        "population.density", "population.groups", "population.households",
    ];

    // Figures that are sums of a year, and may as well be sums of several.
    private static readonly string[] Flows =
        ["fiscal.revenue", "fiscal.expenditure", "trade.", "investment.", "agriculture.grain_output", "firms.revenue", "tourism."];

    // Totals that a review of several years names for the last of them where it does not sum up.
    private static readonly string[] Totals = ["fiscal.revenue", "trade.total", "trade.exports", "trade.imports"];

    // What words that tell a sum from a state can do.
    private const Role Telling = Role.Keep | Role.Average | Role.Link | Role.Adverb | Role.Action | Role.Equals | Role.Share | Role.ChangeTo;

    // What is there at a time, by the end of its name.
    private static readonly EndingTable Stocks =
        new(["余额", "保有量", "拥有量", "存量", "存栏", "存栏量", "库存", "总里程", "从业人员", "总资产", "资产总额", "净资产", "在校生", "在校学生", "结存", "用户"]);

    // Where a clause without end begins, in tokens before its number.
    private const int Reach = 64;

    /// <summary>Whether <paramref name="claim"/>, said of several years, belongs to the last of them.</summary>
    public static bool IsLastYear(BindingContext context, in Claim claim, in FoundTime found, int clause, Status status)
    {
        // 城市化水平比全国低13个百分点, 人均财力仅为全市的61%: how things stand, unless paces are compared.
        if (claim.Measure is Measure.Gap)
            return !found.InClause && claim.Source != SubjectSource.CarriedOver && !SaysPace(context.Sentence.Tokens, clause, claim.Token);
        if (claim.Measure is not (Measure.Level or Measure.Share or Measure.Multiple) || claim.Rule == RuleKind.Doubling) return false;
        // 连续五年突破百亿元: said of every year.
        if (found.Time >= 0 && found.InClause && context.Sentence.Times[found.Time] is { Use: TimeUse.GovernsClause, Kind: TimeKind.Run })
            return false;
        if (claim.Measure == Measure.Level && IsComparedWithYear(context, claim.Token)) return true;
        var state = claim.IsState;
        var tokens = context.Sentence.Tokens;
        // 五年间的实际产量合计,粮食为一万亿斤.
        for (var i = clause - 1; i > 0 && context.MayHave(',') && !tokens[i].IsMark(';'); i--)
        {
            if (!tokens[i].IsMark(',') || !tokens[i - 1].Is(Role.Link | Role.Adverb | Role.Suffix)) continue;
            if (context.TextOf(i - 1) is "合计" or "总计" or "累计" or "总和") return false;
        }

        for (var i = Math.Max(clause, claim.Token - Reach); i < claim.Token; i++)
        {
            if (!tokens[i].Is(Telling | Role.Add | Role.Indicator)) continue;
            var word = context.TextOf(i);
            // The commonest of them tells of shares only.
            if (word is "是")
            {
                state |= claim.Measure == Measure.Share;
                continue;
            }

            // 累计投资达8.6万亿元, 累计新增减税降费达10亿元: a sum, as the name or the verb says.
            if (word.StartsWith("累计")) return false;
            if (!tokens[i].Is(Telling)) continue;
            // 平均每年为43%: said of all of them.
            // 总人口控制在275万人以内: at the end of the plan.
            if (tokens[i].Is(Role.Keep | Role.Average) || (word is "控制在" && claim.Subject.Term is not { IsPopulation: true })) return false;
            if (IsSum(tokens, i, claim.Token, word)) return false;
            // 国家建筑的住宅将达4600万平方米: what was done with it is a sum.
            if (tokens[i].Is(Role.Action) && word.Length > 1 && i + 1 < claim.Token && tokens[i + 1].Is(Role.Of)) return false;
            // 贫困人口减少到8000万人: as it is in the end.
            state |= tokens[i].Is(Role.ChangeTo) && claim.Measure == Measure.Level;
            state |= tokens[i].Is(Role.Equals) && claim.Measure == Measure.Share;
            // 占比达83%; but 五年培训5万人,其中女工占比达40%: a part of a sum.
            state |= word is "覆盖" or "比重" or "占比" or "占有率" || (word.StartsWith("占比") && !tokens[clause].Is(Role.OfWhich));
            // 仍有48万人没有解决温饱.
            state |= word is "仍" or "尚" && context.Text[tokens[i].End] == '有';
            state |= tokens[i].Is(Role.Link) && (word.Contains('达') || word is "拥有" or "现有" or "已有" or "已经有");
            // 已建成, 已设: there by now.
            state |= word is "已" && i + 1 < claim.Token && context.Text[tokens[i + 1].Start] is '设' or '建';
            // 工业部门为二百亿元: an amount of money is as little a state as its year.
            var isMoney = claim.Unit is "CNY" or "USD";
            if (isMoney && word is "为") state = IsYearly(claim);
            // 五年内,固定资产投资总额达到5300亿元: the total of all the years that the sentence names.
            else if (isMoney && found.Time >= 0 && word is "达" or "达到" or "已达" && IsTotal(context, claim)) return false;
            // 救济灾民的经费达十亿元: what is spent is spent through all the years.
            else if (isMoney && word is "达" or "达到" or "已达" && claim.Subject.Term is null && IsSpent(context, claim)) state = false;
        }

        // PM2.5浓度29微克/立方米: so much of the one to so much of the other.
        if (state || NamesStock(context, claim) || (claim.Measure == Measure.Level && claim.Unit is { } unit && unit.Contains('/'))) return true;
        if (found.InClause) return false;
        if (claim.Measure == Measure.Multiple) return true;
        // A rate, a capacity, a year's figure: states without a verb.
        if (claim.Measure != Measure.Level) return claim.Rule == RuleKind.PercentageOfNoun && found.Time < 0;
        if (status == Status.Estimate) return true;
        // 五年关停小火电机组5000万千瓦: what is done is a sum.
        if (claim.Unit is "W" && ClauseSigns.TellsDeed(context, clause, claim.Token)) return false;
        if (claim.Unit is "%" or "W" && (claim.Subject.Term is not null || claim.Source != SubjectSource.CarriedOver)) return true;
        if (IsYearly(claim)) return true;
        if ((found.Time < 0 || !LeadsSentence(context, found)) && NamesOutput(context, claim)) return true;
        // 财政收入36.8亿元, in a paragraph on five years.
        return found.Time < 0 && claim.Unit is "CNY" or "USD" && IsOf(claim, Totals);
    }

    // 参保人数超过2亿人,比2002年增加5400万人: what is compared with one year is of one year.
    private static bool IsComparedWithYear(BindingContext context, int number)
    {
        var tokens = context.Sentence.Tokens;
        var than = Bounds.End(tokens, number) + 1;
        return than + 1 < tokens.Count && tokens[than - 1].IsMark(',') && tokens[than].Is(Role.Than) && tokens[than + 1].Kind == TokenKind.Time
            && context.Sentence.Times[tokens[than + 1].Index] is { Kind: TimeKind.Absolute } year && year.From == year.To;
    }

    private static bool IsTotal(BindingContext context, in Claim claim) =>
        context.NameOf(claim.Subject).EndsWith("投资总额");

    private static bool IsSpent(BindingContext context, in Claim claim)
    {
        var name = context.NameOf(claim.Subject);
        return name is [.., '经', '费'] or [.., '拨', '款'] or [.., '支', '出'] or [.., '救', '济', '费'] or [.., '投', '资'];
    }

    private static bool IsSum(Pieces<Token> tokens, int i, int number, ReadOnlySpan<char> word) => word switch
    {
        "累计" or "总共" or "共计" or "合计" or "一共" or "累计达到" or "累计达" or "合计达" or "共达" or "将共达" or "总共达" => true,
        // Not the one in 公共.
        "共" => i + 1 == number || tokens[i + 1].Is(Role.Link | Role.BoundBefore | Role.Change | Role.Add | Role.Action),
        _ => false,
    };

    private static bool SaysPace(Pieces<Token> tokens, int clause, int number)
    {
        for (var i = clause; i < number; i++)
            if (tokens[i].Is(Role.Pace | Role.Average | Role.Change)) return true;
        return false;
    }

    // 存款余额, 汽车保有量, 人均住房面积: what is there at the end, by its name.
    private static bool NamesStock(BindingContext context, in Claim claim)
    {
        if (claim.Measure != Measure.Level) return false;
        var name = context.NameOf(claim.Subject);
        // 每千人口执业医师2.6人.
        if (name is ['每', '千' or '万' or '百' or '十', ..]) return true;
        if (name.IndexOf("人均") >= 0 && claim.Unit is not ("person" or "household" or "item")) return true;
        // 年销售额, 年吞吐量: of one year by its name.
        if (name is ['年', not ('均' or '平' or '初' or '底' or '末'), ..]) return true;
        // 快速铁路在建里程.
        if (name.IndexOf("在建") >= 0) return true;
        // 参加合作医疗农民41万人: who is insured.
        if (claim.Unit == "person" && (name.IndexOf("保险") >= 0 || name.IndexOf("合作医疗") >= 0)) return true;
        return Stocks.IsEndOf(name);
    }

    // 棉花五年累计450万吨,水产品产量267万吨: a time within the sentence is not of all that follows.
    private static bool LeadsSentence(BindingContext context, in FoundTime found) => context.Sentence.TimeTokens[found.Time] < 3;

    // 原油产量2558万吨, 发电量2489亿千瓦时: of one year by its name.
    private static bool NamesOutput(BindingContext context, in Claim claim) =>
        context.NameOf(claim.Subject)
            is [.., '产' or '电', '量'] or [.., '总', '产'] or [.., '产', '值'] or [.., '增', '加', '值'];

    /// <summary>Whether what is told of is there at a time, by its name: 贷款余额, 汽车保有量.</summary>
    public static bool IsStock(BindingContext context, in Claim claim) => Stocks.IsEndOf(context.NameOf(claim.Subject));

    private static bool IsYearly(in Claim claim) => IsOf(claim, Yearly);

    /// <summary>Whether the figure is counted through a year (revenue, output, trade), so that it is known only when the year is over.</summary>
    public static bool IsFlow(in Claim claim) => IsOf(claim, Flows) || (IsOf(claim, Yearly) && claim.Subject.Term is { IsPopulation: false });

    private static bool IsOf(in Claim claim, string[] codes)
    {
        if (claim.Subject.Term is not { } term) return false;
        foreach (var code in codes)
            if (term.Indicator.Code.StartsWith(code, StringComparison.Ordinal)) return true;
        return false;
    }
}
