using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Numerals;
using IndicatorPipeline.Extraction.Recognition.Tokens;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Binding.Rules;

/// <summary>
/// Finds: a percentage of the noun behind it. Example: 74.8%的财政支出用于民生 (share: what it consists of), 98%的机构达到标准 (level: how far a standard is
/// reached). Counter-example: 30%的固定资产投资增长 is growth.
/// </summary>
internal sealed class PercentageOfNoun() : BindingRule(RuleKind.PercentageOfNoun)
{
    // 在押罪犯, 国营工业企业, 全民所有制企业职工.
    private const int FurthestGroup = 7;

    private static readonly string[] Groups = ["农户", "农民", "社员", "职工", "工人", "群众", "人家", "家庭", "企业", "生产队", "公社", "罪犯", "居民", "户"];

    // What is told of them where the percentage says how far something reaches.
    private static readonly string[] Deeds =
        ["达", "得到", "实现", "纳入", "享", "能", "通", "完成", "建", "用上", "喝上", "住上", "覆盖", "接入", "普及", "满意", "有望", "参保", "受益"];

    /// <inheritdoc/>
    public override bool TryBind(BindingContext context, in Reading reading, ref Claim claim)
    {
        var parts = TellsUse(context, reading) || TellsMakeUp(context, reading);
        if (!parts)
        {
            if (!reading.HasRight) return false;
            // 企业产值74%: of a name before the number it is no part, unless it is said as a fraction.
            if (reading.Left.HasName && reading.Source != SubjectSource.Behind && !reading.Quantity.Is(NumeralTraits.Fraction)) return false;
        }

        var money = reading.Subject.Term is { Dimension: Dimension.Money };
        if (money && !parts && !Composes(context, reading) && (reading.Left.Leading != Role.None || reading.Left.Says(Role.Link)))
        {
            // 完成30%的固定资产投资: for a money indicator without 占 or 用于 it is growth.
            Set(ref claim, Measure.Growth, reading, 1, "%");
            return true;
        }

        var share = parts || reading.Quantity.Is(NumeralTraits.Fraction) || Composes(context, reading)
            || TellsWhoDid(context, reading) || TellsSome(context, reading);
        Set(ref claim, share ? Measure.Share : Measure.Level, reading, 1, "%");
        // 74.8%的财政支出用于民生: what it is used for makes it another indicator.
        if (share && money && UsedForLivelihood(context, reading))
            claim.Subject = reading.Subject with { Term = context.Lexicon.Find("民生支出")?.Indicator };
        return true;
    }

    // 75%以上的农户增加了收入, 24%的企业存在着亏损: some of them did so; of what is to reach all (得到, 实现, 纳入) it is how far.
    internal static bool TellsWhoDid(BindingContext context, in Reading reading)
    {
        var tokens = context.Tokens;
        var of = Bounds.End(tokens, reading.Number);
        if (of + 1 >= tokens.Count || !tokens[of].Is(Role.Of)) return false;
        if ((reading.Left.Leading & ~Role.OfWhich) != 0 || reading.Left.Says(Role.Change | Role.ChangeTo)) return false;
        var end = of + 1;
        while (end < tokens.Count && tokens[end].Kind != TokenKind.Mark) end++;
        var behind = context.TextOf(of + 1, end);
        var who = -1;
        foreach (var group in Groups)
        {
            var at = behind.IndexOf(group);
            if (at is >= 0 and <= FurthestGroup && (who < 0 || at + group.Length < who)) who = at + group.Length;
        }

        if (who < 0) return false;
        var deed = behind[who..];
        foreach (var reach in Deeds)
            if (deed.IndexOf(reach) >= 0) return false;
        return deed.Length > 1;
    }

    // 有25%没有完成计划, 有70%左右过上了有余粮的生活: some did so, others not.
    internal static bool TellsSome(BindingContext context, in Reading reading)
    {
        var tokens = context.Tokens;
        var have = reading.Number - 1;
        while (have >= 0 && tokens[have].Is(Role.BoundBefore | Role.Adverb) && context.Text[tokens[have].Start] != '有') have--;
        // 有, 还有, 就有.
        if (have < 0 || context.Text[tokens[have].End - 1] != '有' || tokens[have].Length > 2 || !tokens[have].Is(Role.Link)) return false;
        var next = Bounds.End(tokens, reading.Number);
        if (next >= tokens.Count || tokens[next].Kind is not (TokenKind.Text or TokenKind.Word)) return false;
        if (tokens[next].Is(Role.Of | Role.BoundAfter)) return false;
        return tokens[next].Is(Role.Negation)
            || context.Text[tokens[next].Start..] is ['过', '着', ..] or ['是', '经' or '由', ..] or ['参', '加', ..] or ['属', '于', ..]
            or ['完', '成', '了', ..];
    }

    // 财政支出的70%以上用于民生, 新增财力80%投向农村, 90%以上在中西部: what a part of the thing before the number is for, or where.
    private static bool TellsUse(BindingContext context, in Reading reading)
    {
        var tokens = context.Tokens;
        if (reading.Left.Predicate != 0) return false;
        var next = Bounds.End(tokens, reading.Number);
        if (next >= tokens.Count) return false;
        return context.TextOf(next) is "用于" or "投向" or "来自" or "投入到" or "用在" or "由" or "在" or "集中在" or "分布在";
    }

    // 财政支出的70%都是民生支出: what a part of the name before is made of.
    private static bool TellsMakeUp(BindingContext context, in Reading reading)
    {
        if (!reading.HasRight || !reading.Left.HasName || reading.Left.NameEnd != reading.Number - 1) return false;
        return context.Tokens[reading.Number - 1].Is(Role.Of) && Composes(context, reading);
    }

    private static bool UsedForLivelihood(BindingContext context, in Reading reading)
    {
        var tokens = context.Tokens;
        var start = Bounds.End(tokens, reading.Number);
        var end = start;
        while (end < tokens.Count && tokens[end].Kind != TokenKind.Mark) end++;
        return context.TextOf(start, end).IndexOf("民生") >= 0;
    }

    private static bool Composes(BindingContext context, in Reading reading)
    {
        var tokens = context.Tokens;
        for (var i = reading.RightEnd; i < tokens.Count && tokens[i].Kind != TokenKind.Mark; i++)
            if (tokens[i].Is(Role.Composition)) return true;
        return false;
    }
}
