using System.Runtime.CompilerServices;
using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Tokens;

namespace IndicatorPipeline.Extraction.Binding;

/// <summary>Amounts of a plan that stand before the share of it that was met: 收入完成38.6亿元,占年初预算34亿元的113.6%.</summary>
internal static class PlanTotals
{
    /// <summary>Whether the number is one: a percentage of it follows, a plan is named before it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsOne(BindingContext context, int number) =>
        number + 2 < context.Tokens.Count && context.Tokens[number + 1].Is(Role.Of) && IsTotal(context, number);

    private static bool IsTotal(BindingContext context, int number)
    {
        var tokens = context.Tokens;
        return tokens[number + 2].Kind == TokenKind.Quantity && context.Quantities[tokens[number + 2].Index].IsPercent
            && NamesPlan(context.Text[context.Sentence.Start..tokens[number].Start]);
    }

    /// <summary>Whether the number is the percentage of such an amount.</summary>
    public static bool IsShareOfOne(BindingContext context, int number) =>
        context.Claims.Count > 0 && context.Claims[^1] is { IsPlanned: true, Token: var total } && total == number - 2
        && context.Tokens[number - 1].Is(Role.Of);

    /// <summary>Whether the number is the percentage of an amount that is no plan: 外资33亿美元,占累计总额38亿美元的84%.</summary>
    public static bool IsShareOfAmount(BindingContext context, int number)
    {
        var tokens = context.Tokens;
        if (context.Claims.Count == 0 || number < 3 || !tokens[number - 1].Is(Role.Of) || context.Claims[^1].Token != number - 2) return false;
        if (context.Claims[^1].Unit is "%" or "pp") return false;
        for (var i = number - 3; i >= 0 && !Boundaries.IsClauseMark(tokens[i]) && tokens[i].Kind != TokenKind.Quantity; i--)
            if (tokens[i].Is(Role.Share) && tokens[i].Is(Role.Link)) return true;
        return false;
    }

    /// <summary>What the plan is of: the subject of the amount before, or what the clause names before its verb (税收收入完成年初预算20亿元的105%).</summary>
    public static Subject SubjectOf(BindingContext context, in Reading reading)
    {
        if (context.Claims.Count > 0 && context.Claims[^1].Unit == reading.Quantity.Unit?.Code) return context.Current;
        var tokens = context.Tokens;
        var from = reading.Left.SegmentStart;
        for (var verb = reading.Number - 1; verb > from; verb--)
            if (tokens[verb].Is(Role.Link | Role.Share)) return SubjectFinder.Find(context, from, verb);
        // 造林30万亩,增长5%,占下达计划28万亩的107%.
        return context.Claims.Count > 0 ? context.Current : default;
    }

    private static bool NamesPlan(ReadOnlySpan<char> words)
    {
        if (words is [.., '数']) words = words[..^1];
        return words is [.., '预', '算'] or [.., '计', '划'] or [.., '目', '标'] or [.., '任', '务'] or [.., '指', '标'];
    }
}
