using System.Runtime.CompilerServices;
using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Tokens;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Binding.Rules;

/// <summary>
/// Finds: an average yearly change in percent. Example: 年均增长8.5%, 平均每年递增百分之六.
/// 年均增长10%,其中农业增长4%: the part is of the same years. Counter-example: 年均新增就业10万人 is an amount.
/// </summary>
internal sealed class AverageChange() : BindingRule(RuleKind.AverageChange)
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public override bool TryBind(BindingContext context, in Reading reading, ref Claim claim)
    {
        if (context.Says(Role.Of) && IsNamedBehind(context, reading.Number))
        {
            Set(ref claim, Measure.AverageGrowth, reading, 1, "%");
            return true;
        }

        if (!reading.Left.Says(Role.Change | Role.Pace)) return false;
        if (!reading.Left.Says(Role.Average) && !SaysEachYear(context, reading) && !IsPartOfAverage(context, reading)) return false;
        Set(ref claim, Measure.AverageGrowth, reading, reading.Left.Sign < 0 ? -1 : 1, "%");
        return true;
    }

    // 低于城镇居民5.7%的年均增长水平, 分别以8%和6%的速度递增.
    private static bool IsNamedBehind(BindingContext context, int number)
    {
        var tokens = context.Tokens;
        var of = Bounds.ListEnd(context, number);
        if (of + 1 >= tokens.Count || !tokens[of].Is(Role.Of)) return false;
        if (tokens[of + 1].Is(Role.Average)) return tokens[of + 1].Is(Role.Change);
        return context.Text[tokens[of].End..context.Sentence.End].StartsWith("速度递增");
    }

    // 年均增长10%,其中农业增长4%; but of 投资增长20%,两年平均增长3%,其中制造业投资增长25% the average is told by the way.
    private static bool IsPartOfAverage(BindingContext context, in Reading reading)
    {
        var claims = context.Claims;
        if (claims.Count == 0 || claims[^1].Measure != Measure.AverageGrowth) return false;
        if (claims.Count > 1 && claims[^2].Measure == Measure.Growth && claims[^2].Subject == claims[^1].Subject) return false;
        if (NamesPartOfTerm(context, reading.Left.SegmentStart)) return true;
        if (!context.Tokens[reading.Left.SegmentStart].Is(Role.OfWhich) || reading.Left.Says(Role.Adverb)) return false;
        // 年均增长7.9%,其中去年增长12.8%: of one year alone.
        return context.Tokens[reading.Left.SegmentStart + 1] is not { Kind: TokenKind.Time, Index: var time }
            || context.Sentence.Times[time] is not { Kind: TimeKind.Relative or TimeKind.Absolute } year || year.From != year.To;
    }

    // 十年年均增长8%,其中前五年增长9%,后五年增长7%.
    private static bool NamesPartOfTerm(BindingContext context, int at)
    {
        var tokens = context.Tokens;
        if (tokens[at].Is(Role.OfWhich)) at++;
        return tokens[at].Kind == TokenKind.Text && tokens[at + 1].Kind == TokenKind.Time
            && context.Sentence.Times[tokens[at + 1].Index].IsPartOfTerm;
    }

    // 每年要增长4%, 平均每年的增长速度都在12%以上.
    private static bool SaysEachYear(BindingContext context, in Reading reading)
    {
        if ((reading.Left.Words & (Role.Average | Role.Per)) == 0) return false;
        for (var i = reading.Left.SegmentStart; i < reading.Number; i++)
            if (context.Tokens[i].Is(Role.Average | Role.Per) && context.TextOf(i).EndsWith("每年", StringComparison.Ordinal)) return true;
        return false;
    }
}
