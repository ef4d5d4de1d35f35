using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Tokens;
using IndicatorPipeline.Extraction.Tables;
using IndicatorPipeline.Extraction.Text;

namespace IndicatorPipeline.Extraction.Binding.Rules;

/// <summary>The unit of a number, also of a bare one (60万群众, 财政收入达到20亿).</summary>
internal static class Units
{
    private static readonly EndingTable Money =
        new(["收入", "支出", "投资", "产值", "资金", "增加值", "贷款", "存款", "税", "利润", "总额", "余额", "赤字", "经费", "债券", "销售", "融资", "投入", "成本", "补助", "进出口额", "出口额",
        "进口额", "贸易额", "交易额", "成交额", "投资额", "销售额", "零售额"]);

    // Of money only where nothing but a mark follows the number.
    private static readonly EndingTable PlainMoney = new(["基金", "费", "费用", "款", "资产", "负债", "债务", "补贴", "奖金", "营收"]);

    private static readonly EndingTable People = new(["人数", "人口", "人次", "就业", "参保", "用户", "客流", "客流量", "群众", "旅客", "脱贫", "人员"]);

    private static readonly PhraseSearch Firms = new(["企业", "公司", "商店", "经营主体", "市场主体", "工商户", "个体户"]);

    /// <summary>Code of the unit, or null where nothing tells it.</summary>
    public static string? Of(BindingContext context, in Reading reading)
    {
        var unit = reading.Quantity.Unit;
        if (unit is null) return Guess(context, reading);
        // Families are counted in 户, and so are firms.
        if (unit.Dimension == Dimension.Households && NamesFirms(context, reading)) return "item";
        return reading.Quantity.Per is { } per ? $"{unit.Code}/{per}" : unit.Code;
    }

    /// <summary>The unit that the indicator or a noun gives a bare number, or null.</summary>
    public static string? Guess(BindingContext context, in Reading reading)
    {
        if (reading.Quantity.Unit is { } unit) return unit.Code;
        // 13.6万低保对象: people, whatever is counted of them.
        if (reading.HasRight && context.TextOf(reading.RightStart, reading.RightEnd).EndsWith("对象", StringComparison.Ordinal)) return "person";
        if (reading.Subject.Term is { } term)
        {
            if ((term.Dimension & Dimension.Money) != 0) return "CNY";
            if ((term.Dimension & Dimension.Persons) != 0) return "person";
        }

        var tokens = context.Tokens;
        if (reading.HasRight)
        {
            for (var i = reading.RightEnd - 1; i >= reading.RightStart; i--)
            {
                if (tokens[i].Is(Role.People)) return "person";
                if (tokens[i].Is(Role.Households)) return "household";
            }

            if (context.Text[tokens[reading.RightEnd - 1].End - 1] is '人' or '民' or '工' or '生' or '员' or '众') return "person";
            // 600多万个体工商户税负: of the first of the nouns.
            if (context.Text[tokens[reading.RightEnd - 1].End - 1] is '户' || context.NameOf(reading.Subject) is [.., '户']) return "household";
        }

        if (reading.Left.HasName)
        {
            ref readonly var last = ref tokens[reading.Left.NameEnd - 1];
            // 专业人才8.1万, 致富带头人3.07万.
            if (last.Is(Role.People) || context.Text[last.End - 1] is '人' or '员' or '者') return "person";
            var text = context.Text[tokens[reading.Left.NameStart].Start..last.End];
            if (Money.IsEndOf(text)) return "CNY";
            // 医药费近1100万; but 拨款85亿卢比 is in a money of its own.
            if (Bounds.End(tokens, reading.Number) is var end && (end == tokens.Count || tokens[end].Kind == TokenKind.Mark))
                if (PlainMoney.IsEndOf(text)) return "CNY";
            if (People.IsEndOf(text)) return "person";
        }

        // 软件产业园完成30个亿: so one only speaks of money.
        if (context.TextOf(reading.Number).EndsWith("个亿")) return "CNY";

        // 参保人数增加7359万,总计达到1.17亿: the number before has told it.
        return reading.Inherits && context.Claims.Count > 0 && context.Claims[^1] is { Unit: { } before } && before is not ("%" or "pp" or "ratio")
            ? before : null;
    }

    // By the noun beside the number, or else by that of the number before: 新登记市场主体5621户,总量达3.2万户.
    private static bool NamesFirms(BindingContext context, in Reading reading)
    {
        var tokens = context.Tokens;
        var (start, end) = reading.HasRight ? (reading.RightStart, reading.RightEnd) : (reading.Left.NameStart, reading.Left.NameEnd);
        return Firms.IsIn(end > start ? context.Text[tokens[start].Start..tokens[end - 1].End]
            : context.Text[reading.Subject.Start..reading.Subject.End]);
    }
}
