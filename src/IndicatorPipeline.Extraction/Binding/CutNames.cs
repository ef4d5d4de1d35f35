using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Tokens;

namespace IndicatorPipeline.Extraction.Binding;

/// <summary>Names whose first or last character the words around them took, or left.</summary>
internal static class CutNames
{
    private const int LongestCut = 3;

    /// <summary>The subject that the name before a number gives, with what was cut from it.</summary>
    public static Subject Mend(BindingContext context, in LeftSide left, in Subject subject)
    {
        if (subject is not { Name: null, Start: > 0 }) return subject;
        var text = context.Text;
        // 加上|级补助收入: the words were cut wrongly.
        if (text[subject.Start - 1] == '上' && text[subject.Start] is '级' or '解' or '缴') return subject with { Start = subject.Start - 1 };
        // 新增|万吨|级港口泊位6个: of which class they are.
        if (text[subject.Start] is '级' && left.NameStart > 0 && context.Tokens[left.NameStart - 1] is { Kind: TokenKind.Quantity } size
            && size.End == subject.Start)
        {
            return subject with { Start = size.Start };
        }

        // 60岁及以上|人口, 16—24岁|人口: of which age they are, so that they are not the whole population.
        if (text[subject.Start - 1] is '岁' or '上' or '下' && AgeBefore(context, left) is var age and >= 0)
        {
            var start = context.Tokens[age].Start;
            return subject.Term is { IsPopulation: true } ? subject with { Term = null, Start = start } : subject with { Start = start };
        }

        // 书房等|300个.
        var endsInEtc = subject.Term is null && subject.End - subject.Start > LongestCut
            && text[..subject.End] is [.., not ('高' or '初' or '中' or '平' or '均'), '等'];
        return endsInEtc ? subject with { End = subject.End - 1 } : subject;
    }

    // The token of the age that the people directly behind it have, or −1.
    private static int AgeBefore(BindingContext context, in LeftSide left)
    {
        var age = left.NameStart - 1;
        if (age > 0 && context.Tokens[age].Is(Role.BoundAfter)) age--;
        return age >= 0 && context.Tokens[age].Kind == TokenKind.Quantity && context.Text[context.Tokens[age].End - 1] == '岁' ? age : -1;
    }
}
