using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Numerals;
using IndicatorPipeline.Extraction.Recognition.Tokens;

namespace IndicatorPipeline.Extraction.Binding.Rules;

/// <summary>
/// Finds: a percentage of the noun behind it. Example: 76.1%的财政支出用于民生 (share: what it consists of), 98%的机构达到标准 (level: how far a standard is reached).
/// Counter-example: 30%的固定资产投资增长 is growth.
/// </summary>
internal sealed class PercentageOfNoun : BindingRule
{
    /// <inheritdoc/>
    public override string Name => "percentage of a noun";

    /// <inheritdoc/>
    public override bool TryBind(BindingContext context, in Reading reading, ref Claim claim)
    {
        if (!reading.Quantity.IsPercent) return false;
        var parts = TellsUse(context, reading);
        if (!parts && (!reading.HasRight || (reading.Left.HasName && reading.Source != BehindTheNumber && !reading.Quantity.Is(NumeralTraits.Fraction)))) return false;
        var money = reading.Subject.Term is { Dimension: Tables.Dimension.Money };
        if (money && !parts && !Composes(context, reading) && (reading.Left.Leading != Role.None || reading.Left.Says(Role.Link)))
        {
            // 完成30%的固定资产投资: for a money indicator without 占 or 用于 it is growth.
            Set(ref claim, Measure.Growth, reading, 1, "%");
            return true;
        }

        var share = parts || reading.Quantity.Is(NumeralTraits.Fraction) || Composes(context, reading);
        Set(ref claim, share ? Measure.Share : Measure.Level, reading, 1, "%");
        // 76.1%的财政支出用于民生: what it is used for makes it another indicator.
        if (share && money && UsedForLivelihood(context, reading)) claim.Subject = reading.Subject with { Term = context.Lexicon.Find("民生支出")?.Indicator };
        return true;
    }

    // 财政支出的70%以上用于民生, 新增财力80%投向农村, 90%以上在中西部: what a part of the thing before the number is for, or where.
    private static bool TellsUse(BindingContext context, in Reading reading)
    {
        var tokens = context.Sentence.Tokens;
        var next = Bounds.End(tokens, reading.Number);
        if (next >= tokens.Count || reading.Left.Predicate != 0) return false;
        return context.Text[tokens[next].Start..tokens[next].End] is "用于" or "投向" or "来自" or "投入到" or "用在" or "由" or "在" or "集中在" or "分布在";
    }

    private static bool UsedForLivelihood(BindingContext context, in Reading reading)
    {
        var tokens = context.Sentence.Tokens;
        var start = Bounds.End(tokens, reading.Number);
        var end = start;
        while (end < tokens.Count && tokens[end].Kind != TokenKind.Mark) end++;
        return context.TextOf(start, end).IndexOf("民生") >= 0;
    }

    private static bool Composes(BindingContext context, in Reading reading)
    {
        var tokens = context.Sentence.Tokens;
        for (var i = reading.RightEnd; i < tokens.Count && tokens[i].Kind != TokenKind.Mark; i++)
            if (tokens[i].Is(Role.Composition)) return true;
        return false;
    }
}
