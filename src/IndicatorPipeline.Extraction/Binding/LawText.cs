using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Numerals;
using IndicatorPipeline.Extraction.Recognition.Quantities;
using IndicatorPipeline.Extraction.Recognition.Tokens;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Binding;

/// <summary>Numbers of a rule of law: what it threatens, whom it concerns and how many must agree.</summary>
internal static class LawText
{
    private static readonly string[] Voters =
        ["通过,", "通过。", "出席", "同意", "赞成", "代表", "委员", "常务委员", "组成人员", "选民", "股东", "业主", "选票"];

    /// <summary>Whether a rule states the number: 处5万元以上10万元以下罚款, 货值金额1万元以上的,; but 收缴罚款120万元 is what was done.</summary>
    public static bool States(BindingContext context, int number, in QuantityMention quantity)
    {
        var tokens = context.Tokens;
        var end = Bounds.End(tokens, number);
        if (IsCondition(context, end)) return true;
        if (quantity.Dimension is not (Dimension.Money or Dimension.Multiple or Dimension.Ratio)) return false;
        if (quantity.Is(NumeralTraits.Fraction) && IsQuorum(context, tokens[end - 1].End)) return true;
        return IsBeforeFine(context, tokens[number].End) && IsBehindImposing(context, number);
    }

    /// <summary>Whether the number counts the articles of a law or its draft: 修订草案共20条, 草案分为6章,共38条.</summary>
    public static bool CountsArticles(BindingContext context, in Token number)
    {
        const int Reach = 40;
        if (context.Text[number.End..context.Sentence.End] is not ([] or [',' or '。' or ';' or '\n', ..])) return false;
        var before = context.Text[Math.Max(context.Sentence.Start, number.Start - Reach)..number.Start];
        return before is [.., '共'] or [.., '、'] && (before.IndexOf("草案") >= 0 || before.IndexOf("条例") >= 0 || before.IndexOf("修正案") >= 0);
    }

    // 货值金额1万元以上|的,; 超过年度利润总额12%|的部分.
    private static bool IsCondition(BindingContext context, int of)
    {
        var tokens = context.Tokens;
        if (of + 1 >= tokens.Count || !tokens[of].Is(Role.Of) || context.Text[tokens[of].Start] != '的') return false;
        return tokens[of + 1].Mark is ',' or ';' || context.Text[tokens[of + 1].Start..context.Sentence.End] is ['部', '分', ..];
    }

    // 过半数|通过, 三分之二以上|的代表同意.
    private static bool IsQuorum(BindingContext context, int end)
    {
        var behind = context.Text[end..context.Sentence.End];
        if (behind is ['的', ..]) behind = behind[1..];
        foreach (var voters in Voters)
            if (behind.StartsWith(voters, StringComparison.Ordinal)) return true;
        return false;
    }

    // 5万元|以上10万元以下罚款.
    private static bool IsBeforeFine(BindingContext context, int end)
    {
        const int Reach = 24;
        var behind = context.Text[end..Math.Min(context.Sentence.End, end + Reach)];
        return behind.IndexOf('罚') is var fine and >= 0 && behind[..fine].IndexOfAny(',', ';') < 0;
    }

    // 处|5万元.
    private static bool IsBehindImposing(BindingContext context, int number)
    {
        for (var i = number - 1; i >= 0 && !Boundaries.IsClauseMark(context.Tokens[i]); i--)
            if (context.TextOf(i).Contains('处')) return true;
        return false;
    }
}
