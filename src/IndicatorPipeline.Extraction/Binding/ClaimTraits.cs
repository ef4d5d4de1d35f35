using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Tokens;

namespace IndicatorPipeline.Extraction.Binding;

/// <summary>What the words around a claim's number say beside its value: that it had been planned, is a level before a change, or a state.</summary>
internal static class ClaimTraits
{
    // How many tokens behind the old value the change to the new one may stand.
    private const int Reach = 8;

    /// <summary>Sets <see cref="Claim.IsPlanned"/>, <see cref="Claim.IsState"/> and <see cref="Claim.IsOld"/>; its measure is known.</summary>
    public static void Set(BindingContext context, in Reading reading, ref Claim claim)
    {
        var tokens = context.Tokens;
        ref readonly var left = ref reading.Left;
        // 超过计划规定增长4%的要求.
        claim.IsPlanned = (Bounds.IsCompared(context, reading.Number) && Bounds.SaysPlan(tokens, left.SegmentStart, reading.Number))
            || left.SaysWhoSetIt || (claim.Measure == Measure.Level && PlanTotals.IsOne(context, reading.Number));
        claim.IsState = left.Says(Role.ChangeTo | Role.Reached) || ((left.Words & Role.Reached) != 0 && SaysReached(tokens, left));
        if ((left.Words & (Role.From | Role.Planned)) == 0) return;
        for (var i = left.SegmentStart; i < left.End; i++)
        {
            // 由245元提高到300元; but 由原定的6%调整为8% is a goal that was given up.
            if (tokens[i].Is(Role.From) && FollowedByChangeTo(context, reading.Number) && !GivesUpPlan(context, i, reading.Number))
                claim.IsOld = true;
            if (tokens[i].Is(Role.Planned) && claim.Measure is not (Measure.Share or Measure.Gap) && CallsPlanned(context, reading, i))
                claim.IsPlanned = true;
        }
    }

    // 由原定的6%|调整为8%; but 从年初的6000件 only says when.
    private static bool GivesUpPlan(BindingContext context, int from, int number)
    {
        for (var i = from; i < number; i++)
            if (context.Tokens[i].Is(Role.Planned) && context.TextOf(i) is not "年初") return true;
        return false;
    }

    // 原定的2万亿元, 年初计划100个.
    private static bool CallsPlanned(BindingContext context, in Reading reading, int word) =>
        !context.Tokens[word].Is(Role.Modality | Role.Target) && !NamesKind(context, reading, word) && !TellsWhen(context, word);

    // 确定的历史建筑6.9万处: which ones they are; 年初确定的120个 were planned.
    private static bool NamesKind(BindingContext context, in Reading reading, int word)
    {
        ref readonly var left = ref reading.Left;
        if (!reading.IsThing || !left.HasName || context.TextOf(word) is not "确定的") return false;
        return left.NameEnd > word + 1 && left.NameEnd >= reading.Number - 1;
    }

    // 年初剩余的551万贫困人口: when it was so, no plan; 年初计划, 年初确定的 are.
    private static bool TellsWhen(BindingContext context, int word) =>
        context.TextOf(word) is "年初" && !context.Tokens[word + 1].Is(Role.Planned | Role.Target | Role.Of | Role.Quantity);

    private static bool SaysReached(Pieces<Token> tokens, in LeftSide left)
    {
        for (var i = left.PredicateStart; i < left.End; i++)
            if (tokens[i].Is(Role.Reached)) return true;
        return false;
    }

    // 从50%、75%提高到100%: behind the last of the old values.
    private static bool FollowedByChangeTo(BindingContext context, int number)
    {
        var tokens = context.Tokens;
        var end = Bounds.ListEnd(context, number);
        for (var i = end; i < tokens.Count && i < end + Reach; i++)
        {
            if (tokens[i].Is(Role.ChangeTo)) return true;
            if (tokens[i].Kind is TokenKind.Quantity || tokens[i].IsMark(';')) return false;
        }

        return false;
    }
}
