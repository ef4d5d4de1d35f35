using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Tokens;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Binding;

/// <summary>Sizes that are no figures of their own: they describe a thing, tell where it lies or name works.</summary>
internal static class Sizes
{
    /// <summary>Whether the number is a size that only describes: 占地3000亩的产业园, 年产38亿方的气田, 长达4000公里的管道.</summary>
    public static bool Describes(BindingContext context, int number)
    {
        var tokens = context.Tokens;
        var next = Bounds.End(tokens, number);
        if (next >= tokens.Count || !tokens[next].Is(Role.Of)) return false;
        var before = context.Text[..tokens[number].Start];
        return before.EndsWith("占地") || before.EndsWith("占地面积") || before.EndsWith("年产") || before.EndsWith("日产") || before.EndsWith("长达")
            || before.EndsWith("高达") || before.EndsWith("日处理") || before.EndsWith("库容");
    }

    /// <summary>Whether the length only tells where something lies: 海拔近3000米的县, 方圆200公里范围内, 距县城50公里的库区; <paramref name="next"/> is the character
    /// behind it.</summary>
    public static bool SaysWhere(BindingContext context, int number, char next)
    {
        const int Reach = 10;
        var tokens = context.Tokens;
        if (next == '范') return true;
        var from = number;
        while (from > 0 && tokens[from - 1].Is(Role.BoundBefore | Role.Adverb)) from--;
        var before = context.Text[context.Sentence.Start..tokens[from].Start];
        if (before.EndsWith("方圆") || before.EndsWith("半径") || before.EndsWith("地下") || before.EndsWith("海拔")) return true;
        var end = Bounds.End(tokens, number);
        if (end >= tokens.Count || !tokens[end].Is(Role.Of)) return false;
        before = before[^Math.Min(before.Length, Reach)..];
        before = before[(before.LastIndexOfAny(",;:、。") + 1)..];
        return before.Contains('距') || before.IndexOf("相距") >= 0;
    }

    /// <summary>Whether the size is a part of the name of the works behind it: 20万吨双氧水项目, 300万只肉羊养殖项目.</summary>
    public static bool NameWorks(BindingContext context, int number, Dimension dimension)
    {
        var tokens = context.Tokens;
        var end = Boundaries.NounEnd(tokens, number + 1);
        if (end <= number + 1 || tokens[number + 1].Is(Role.Of)) return false;
        if (dimension is Dimension.Mass or Dimension.Power && tokens[number + 1].Kind == TokenKind.Text && WorksInClause(tokens, number + 1))
            return true;
        for (var i = number + 1; i < end; i++)
        {
            if (tokens[i].IsMark('、')) break;
            if (tokens[i].Is(Role.Works)
                && (i + 1 == end || tokens[i + 1].IsMark('、') || tokens[i + 1].IsMark('”') || tokens[i + 1].Is(Role.Action | Role.And)))
            {
                return true;
            }
        }

        return false;
    }

    // 20万吨双氧水和2万吨吗啉等重大项目: the works that a list of sizes names stand at its end.
    private static bool WorksInClause(Pieces<Token> tokens, int from)
    {
        const int Furthest = 12;
        for (var i = from; i < tokens.Count && i < from + Furthest && !Boundaries.IsClauseMark(tokens[i]); i++)
            if (tokens[i].Is(Role.Works) || (tokens[i].Is(Role.Indicator) && tokens[i].Indicator!.CountsProjects)) return true;
        return false;
    }
}
