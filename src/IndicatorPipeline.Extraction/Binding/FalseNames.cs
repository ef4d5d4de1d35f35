using System.Runtime.CompilerServices;
using IndicatorPipeline.Extraction.Tables;
using IndicatorPipeline.Extraction.Text;

namespace IndicatorPipeline.Extraction.Binding;

/// <summary>Names of indicators under which something else is told: what a single firm pays, what of a product is only moved.</summary>
internal static class FalseNames
{
    private static readonly EndingTable Handling =
        new(["节约", "收购", "销售", "输送", "进口", "出口", "储备", "调运", "外调", "运输", "消耗", "替代", "供应", "投放", "加工", "兑现",
            "补助", "发放", "调入", "调出", "调拨", "损失", "库存", "出售", "上交", "交售", "返销", "借销", "救济", "拨付", "补贴", "购买", "浪费", "贮存", "每百户拥有",
            "每百户", "户均拥有", "百户拥有"]);

    // Where 总收入 is that of the budget, and where that of others.
    private const string Revenue = "总收入";
    private static readonly string[] Accounts = ["财政", "预算", "税", "国库", "支出"];
    private static readonly string[] Earners = ["企业", "旅", "游", "景", "销", "经营", "村", "户", "合作社", "养殖", "产业", "公司", "基地", "市场"];

    private static readonly string[] Firms = ["公司", "集团", "厂"];

    // 上市公司, 3家公司: a kind of firms, not one.
    private static readonly EndingTable KindsOfFirms = new(["上市", "贷款", "小贷", "担保", "融资", "投资", "平台", "家", "个", "户", "各", "工", "类"]);

    // 某公司带动全市税收: behind the firm the place is spoken of.
    private static readonly PhraseSearch WholePlaces = new(["全市", "全县", "全区"]);

    /// <summary>Whether the name <paramref name="found"/> of <paramref name="term"/> is one; <paramref name="end"/> is the token behind the noun
    /// phrase.</summary>
    public static bool IsOne(BindingContext context, in Subject found, IndicatorTerm term, int end)
    {
        if (term.IsOfFirms && OfOneFirm(context, end)) return true;
        if (term.IsOutput && IsHandled(context, found)) return true;
        return (found.End - found.Start == Revenue.Length && IsEarned(context, found)) || IsStock(context, found);
    }

    // 节约原煤195万吨, 累计收购秋粮1.9亿吨: of a product that is saved, bought or moved no output.
    private static bool IsHandled(BindingContext context, in Subject found)
    {
        var name = context.Text[found.Start..found.End];
        if (name.Contains('产')) return false;
        // The name may take the verb in.
        return name is ['节', '约', ..] || Handling.IsEndOf(context.Text[context.Sentence.Start..found.Start]);
    }

    // 乡镇企业发展到3400个,总收入7800万元: what firms or guests bring in is no revenue of the budget.
    private static bool IsEarned(BindingContext context, in Subject found)
    {
        if (context.Text[found.Start..found.End] is not Revenue) return false;
        var before = context.Text[context.Sentence.Start..found.Start];
        foreach (var account in Accounts)
            if (before.IndexOf(account) >= 0) return false;
        foreach (var earner in Earners)
            if (before.IndexOf(earner) >= 0) return true;
        return false;
    }

    // 贫困人口减少|到1.2万人: those who are still poor, not those who were lifted out.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsStock(BindingContext context, in Subject found) =>
        context.Text[found.End - 1] == '少' && context.Text[found.End..] is ['到' or '至' or '为', ..];

    // 华鼎机械公司全年上缴税金1120万元: what a single firm pays or invents is no figure of the place.
    private static bool OfOneFirm(BindingContext context, int end)
    {
        var before = context.TextOf(0, end);
        foreach (var firm in Firms)
        {
            var at = before.LastIndexOf(firm);
            if (at < 2 || KindsOfFirms.IsEndOf(before[..at])) continue;
            var behind = before[(at + firm.Length)..];
            // 厂房, 厂区.
            if (behind is ['房' or '区', ..]) continue;
            return !behind.Contains('我') && !WholePlaces.IsIn(behind);
        }

        return false;
    }
}
