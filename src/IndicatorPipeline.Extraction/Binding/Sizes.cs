using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Tokens;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Binding;

/// <summary>Sizes that are no figures of their own: they describe a thing, tell where it lies or name works.</summary>
internal static class Sizes
{
    private static readonly EndingTable Describing = new(["占地", "占地面积", "长达", "高达", "日处理", "库容"]);
    private static readonly EndingTable MakesYearly = new(["年产", "日产"]);

    private static readonly EndingTable Machines =
        new(["发电机", "发电机组", "机组", "发电设备", "水轮机", "汽轮机", "锅炉", "电站", "水电站", "火电站", "电动机", "内燃机", "拖拉机", "反应堆"]);

    // What belongs to a work that stands behind it, and may as well be told of in its own right.
    private static readonly EndingTable Capacities =
        new(["装机容量", "总装机", "装机规模", "加工能力", "处理能力", "生产能力", "设计能力", "供水能力", "吞吐能力", "总库容", "总容量", "设备容量", "建筑面积", "全长", "总长", "总长度", "跨度"]);

    /// <summary>Whether the number is a size that only describes: 占地3000亩的产业园, 年产38亿方的气田, 长达4000公里的管道, 总装机容量50万千瓦的光伏电站.</summary>
    public static bool Describes(BindingContext context, int number)
    {
        var tokens = context.Tokens;
        var of = Bounds.End(tokens, number);
        if (of >= tokens.Count) return false;
        if (MeasuresYearly(context, number) && IsOfWorks(context, of)) return true;
        // 年产各30万吨的两套装置.
        var before = context.Text[..tokens[number].Start];
        var isMade = MakesYearly.IsEndOf(before is [.., '各'] ? before[..^1] : before);
        // 年产240万吨|煤|的煤矿: what is made stands between.
        var isProduct = isMade && tokens[of].Kind is TokenKind.Text or TokenKind.Word && !tokens[of].Is(Role.Of);
        if (isProduct && of + 1 < tokens.Count && tokens[of + 1].Is(Role.Of)) of++;
        if (!tokens[of].Is(Role.Of)) return false;
        if (isMade || Describing.IsEndOf(context.Text[..tokens[number].Start])) return true;
        var from = number;
        while (from > 0 && tokens[from - 1].Is(Role.BoundBefore | Role.Link) && tokens[from - 1].Length <= 2) from--;
        if (!Capacities.IsEndOf(context.Text[context.Sentence.Start..tokens[from].Start])) return IsPowerOfMachine(context, number, of + 1);
        // 新增加工能力5万吨的目标: no work.
        var end = Boundaries.NounEnd(context, of + 1);
        return end > of + 1 && (tokens[end - 1].Is(Role.Works) || !tokens[end - 1].Is(Role.Suffix | Role.Target));
    }

    // 1万千瓦|的|水轮发电机: how strong one is.
    private static bool IsPowerOfMachine(BindingContext context, int number, int noun)
    {
        if (context.Quantities[context.Tokens[number].Index].Dimension != Dimension.Power) return false;
        var end = Boundaries.NounEnd(context, noun);
        if (end <= noun) return false;
        var machine = context.TextOf(noun, end);
        var next = machine.IndexOf('、');
        return Machines.IsEndOf(next < 0 ? machine : machine[..next]);
    }

    // 年产鲜蛋15万吨, 存栏1100万只, 年出栏能力2300万只: what works make or keep.
    private static bool MeasuresYearly(BindingContext context, int number)
    {
        const int Longest = 12;
        if (!context.Says(Role.Works)) return false;
        var start = context.Tokens[number].Start;
        var before = context.Text[Math.Max(context.Sentence.Start, start - Longest)..start];
        before = before[(before.LastIndexOfAny(",;:、。括和及") + 1)..];
        return before is ['年' or '日', '产' or '处' or '加' or '屠', ..] or ['年', '出', '栏', ..] or ['存' or '出', '栏', ..];
    }

    // 存栏1100万只、|年产鲜蛋15万吨|的蛋鸡基地: of works that stand behind it, or behind another of their sizes.
    private static bool IsOfWorks(BindingContext context, int next)
    {
        var tokens = context.Tokens;
        if (tokens[next].IsMark('、'))
        {
            var other = next + 1;
            while (other < tokens.Count && tokens[other].Kind is TokenKind.Text or TokenKind.Word) other++;
            if (other >= tokens.Count || tokens[other].Kind != TokenKind.Quantity || !MeasuresYearly(context, other)) return false;
            next = Bounds.End(tokens, other);
        }

        if (next + 1 >= tokens.Count || !tokens[next].Is(Role.Of)) return false;
        var end = Boundaries.NounEnd(context, next + 1);
        for (var i = next + 1; i < end && !tokens[i].Is(Role.And) && !tokens[i].IsMark('、'); i++)
            if (tokens[i].Is(Role.Works)) return true;
        return false;
    }

    /// <summary>Whether the length only tells where something lies: 海拔近3000米的县, 方圆200公里范围内, 距县城50公里的库区; <paramref name="next"/> is the character
    /// behind it.</summary>
    public static bool SaysWhere(BindingContext context, int number, char next)
    {
        const int Reach = 10;
        var tokens = context.Tokens;
        if (next is '范' or '处') return true;
        // 46公里700米处.
        if (number + 1 < tokens.Count && tokens[number + 1].Kind == TokenKind.Quantity && tokens[number + 1].Start == tokens[number].End
            && context.Text[tokens[number + 1].End..context.Sentence.End] is ['处', ..])
        {
            return true;
        }

        var from = number;
        while (from > 0 && tokens[from - 1].Is(Role.BoundBefore | Role.Adverb)) from--;
        var before = context.Text[context.Sentence.Start..tokens[from].Start];
        if (before is [.., '方', '圆'] or [.., '半', '径'] or [.., '地', '下'] or [.., '海', '拔']) return true;
        var end = Bounds.End(tokens, number);
        if (end >= tokens.Count || !tokens[end].Is(Role.Of)) return false;
        // 相距, 距县城.
        before = before[^Math.Min(before.Length, Reach)..];
        before = before[(before.LastIndexOfAny(",;:、。") + 1)..];
        return before.Contains('距');
    }

    /// <summary>Whether the size is a part of the name of the works behind it: 20万吨双氧水项目, 300万只肉羊养殖项目.</summary>
    public static bool NameWorks(BindingContext context, int number, Dimension dimension)
    {
        var tokens = context.Tokens;
        var end = Boundaries.NounEnd(context, number + 1);
        if (end <= number + 1 || tokens[number + 1].Is(Role.Of)) return false;
        // 关停5000万千瓦小火电机组: so much in all; but 关停4台30万千瓦机组.
        if (number > 0 && context.TextOf(number - 1) is "关停" or "淘汰" or "关闭" or "压减" or "退出" or "化解") return false;
        var isMade = dimension is Dimension.Mass or Dimension.Power && tokens[number + 1].Kind == TokenKind.Text;
        if (isMade && WorksInClause(tokens, number + 1)) return true;
        for (var i = number + 1; i < end && !tokens[i].IsMark('、'); i++)
            if (tokens[i].Is(Role.Works) && (i + 1 == end || EndsName(tokens[i + 1]))) return true;
        return false;
    }

    // What may follow the name of works: 双氧水项目|、, 养殖项目|开工, 项目|和.
    private static bool EndsName(in Token next) => next.Is(Role.Action | Role.And) || next.IsMark('、') || next.IsMark('”');

    // 20万吨双氧水和2万吨吗啉等重大项目: the works that a list of sizes names stand at its end.
    private static bool WorksInClause(Pieces<Token> tokens, int from)
    {
        const int Furthest = 12;
        for (var i = from; i < tokens.Count && i < from + Furthest && !Boundaries.IsClauseMark(tokens[i]); i++)
            if (tokens[i].Is(Role.Works) || tokens[i].Indicator is { CountsProjects: true }) return true;
        return false;
    }
}
