using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Tokens;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Binding;

/// <summary>Names that tell nothing of what is measured, so that the number goes on from what stood before: 总数达到310座, 增速7%.</summary>
internal static class EmptyNames
{
    // Words of a name that say only what kind of figure it is, or of whom or when.
    private const Role GenericWords = Role.Suffix | Role.Pace | Role.Adverb | Role.Place | Role.Average | Role.Share | Role.Of | Role.Add
        | Role.Planned | Role.Target | Role.Gap;

    /// <summary>解决, 解决了: no noun.</summary>
    public static bool OnlyDeeds(BindingContext context, in LeftSide left)
    {
        for (var i = left.NameStart; i < left.NameEnd; i++)
            if (!context.Tokens[i].Is(Role.Action) || context.Tokens[i].Is(Role.Indicator)) return false;
        return true;
    }

    /// <summary>Names that say only what kind of figure it is: 总数, 增速, 规模; or point back at the one before: 这一数字.</summary>
    public static bool OnlyGeneric(BindingContext context, in LeftSide left)
    {
        if (PointsBack(context.TextOf(left.NameStart, left.NameEnd))) return true;
        for (var i = left.NameStart; i < left.NameEnd; i++)
        {
            ref readonly var token = ref context.Tokens[i];
            if (token.Is(GenericWords) || token.Kind == TokenKind.Time) continue;
            var text = context.Text[token.Start..token.End];
            // 财政收入297亿元,其中省级56亿元.
            if (token.Is(Role.Modifier) && text is [.., '级']) continue;
            // 新建充电桩2万个,其中农村1万个.
            if ((left.Leading & Role.OfWhich) != 0 && IsTownOrCountry(text)) continue;
            // 财政收入预算为1.4亿元,年终决算为1.6亿元: of which account the figure is.
            if (text is "决算" or "执行结果" && context.Claims.Count > 0) continue;
            // 虽因灾比上年减产1.8亿斤: why, not what.
            if (!Compares(text) && text is not (['因', _] or ['受', '灾'])) return false;
        }

        return true;
    }

    private static bool IsTownOrCountry(ReadOnlySpan<char> word) => word is "农村" or "城镇" or "城市" or "乡村" or "农村地区" or "城区" or "地区";

    /// <summary>其中农村1万个: the part of <paramref name="whole"/> that lies there, named by both; the whole itself where the name says no such
    /// thing.</summary>
    public static Subject PartOf(BindingContext context, in Subject whole, in LeftSide left)
    {
        if ((left.Leading & Role.OfWhich) == 0 || !left.HasName || !whole.IsNamed || !IsTownOrCountry(context.TextOf(left.NameStart))) return whole;
        return whole with { Name = string.Concat(context.TextOf(left.NameStart, left.NameEnd), context.NameOf(whole)) };
    }

    /// <summary>这一数字, 该比例, 这个指标: the figure that was told of before.</summary>
    public static bool PointsBack(ReadOnlySpan<char> name)
    {
        if (name is not ['这' or '该' or '此', ..]) return false;
        name = name[1..];
        if (name is ['一' or '个' or '项', ..]) name = name[1..];
        return name is "数字" or "比例" or "比重" or "指标" or "数据" or "数值" or "数额" or "金额" or "数量" or "份额" or "占比" or "比率" or "增速" or "增幅";
    }

    /// <summary>…的造价,应该比原计划节约10%: the verb is no name; what is saved stands before.</summary>
    public static bool OnlySaves(BindingContext context, in Reading reading)
    {
        ref readonly var left = ref reading.Left;
        if (!reading.IsPercent || context.TextOf(left.NameStart, left.NameEnd) is not ("节约" or "节省" or "节减")) return false;
        for (var i = left.SegmentStart; i < left.NameStart; i++)
        {
            ref readonly var token = ref context.Tokens[i];
            if (token.Is(Role.Indicator | Role.Action) || (token.Kind != TokenKind.Word && token.Length > 1)) return false;
        }

        return left.NameStart > left.SegmentStart;
    }

    /// <summary>我们要在去年增产的基础上: who does it, and nothing behind the number tells what.</summary>
    public static bool OnlyPronoun(BindingContext context, in Reading reading) =>
        !reading.HasRight && context.TextOf(reading.Left.NameStart, reading.Left.NameEnd) is "我们" or "他们";

    // 增速最快的, 最慢的, 历史最高水平.
    private static bool Compares(ReadOnlySpan<char> text) =>
        text is "历史" or "历史最" or "历史最高" or "历史最好" or "最" or "最慢" or "最高" or "最低" or "最多" or "最少" or "最大" or "最小" or "较高"
            or "较低" or "大的" or "小的" or "慢" or "我们的" or "一般";

    /// <summary>年初确定的9%的目标: who set the goal or when is not what it is a goal of.</summary>
    public static bool SaysWhoSetIt(BindingContext context, in Reading reading)
    {
        if (!reading.IsPercent || context.Claims.Count == 0 || !Bounds.IsCalledGoal(context, reading.Number)) return false;
        return context.TextOf(reading.Left.NameStart, reading.Left.NameEnd)
            is [.., '确' or '制' or '规' or '预' or '原' or '既', '定'] or [.., '下', '达'] or [.., '提', '出'];
    }

    /// <summary>The subject that a number with an empty name goes on from; that name itself, where it is one of its own.</summary>
    public static Subject WhatTheyGoOnFrom(BindingContext context, Subject named, ref Reading reading)
    {
        if (context.Text[named.Start..named.End] is "总收入") return named;
        // 投入城建资金38亿元: what was spent, not a figure of what was told of before.
        if (reading.Dimension == Dimension.Money && IsSpent(context, reading.Left, named)) return named;

        var inherited = Inheritance.Find(context, reading);
        if (!inherited.IsNamed && inherited.Term is null) return named;
        // 总收入303亿元。支出为269亿元; 重工业增长7%。农民增加收入108亿元: neither is of what stood before.
        var account = context.Text[named.Start..named.End];
        var differs = named.Start > 0 && context.Text[named.Start - 1] is '少' or '多' or '超' or '短';
        if (account is "收入" or "支出" && !differs && !context.Text[inherited.Start..inherited.End].EndsWith(account)) return named;
        // 考生236人。投入资金7.8亿元: money is no such figure of what was counted before.
        if (inherited.For(reading.Dimension).Term is null && reading.Dimension == Dimension.Money && !FollowsMoney(context)) return named;
        reading.Inherits = true;
        return inherited;
    }

    private static bool IsSpent(BindingContext context, in LeftSide left, in Subject named) =>
        left.NameStart > 0 && context.Text[named.Start..named.End].EndsWith("资金", StringComparison.Ordinal)
        && context.TextOf(left.NameStart - 1) is "投入" or "安排" or "筹措" or "筹集" or "争取" or "争取到" or "争取到位" or "整合" or "落实" or "下达" or "拨付" or "落实到位";

    private static bool FollowsMoney(BindingContext context) => context.Claims.Count > 0 && context.Claims[^1].Unit is "CNY" or "USD" or "%";
}
