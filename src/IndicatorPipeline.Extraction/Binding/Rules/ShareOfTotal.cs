using System.Runtime.CompilerServices;
using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Recognition.Tokens;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Binding.Rules;

/// <summary>
/// Finds: a part of a larger total. Example: 占全省的55%, 占比达80%, 为全省平均水平的54.5%.
/// Counter-example: 占比提高2个百分点 is an increment; 覆盖率达到95% is a level. The deficit's and R&amp;D's share of GDP are indicators of their own.
/// </summary>
internal sealed class ShareOfTotal() : BindingRule(RuleKind.ShareOfTotal)
{
    private static readonly string[] Contributions = ["贡献", "创造", "承担", "集聚", "汇聚"];

    // From 恢复至 to the number, in tokens.
    private const int FurthestRecovery = 5;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public override bool TryBind(BindingContext context, in Reading reading, ref Claim claim) =>
        !reading.Left.Says(Role.Change | Role.Average) && BindPart(context, reading, ref claim);

    private static bool BindPart(BindingContext context, in Reading reading, ref Claim claim)
    {
        if (RatioToProduct(context, reading) is { } named)
        {
            Set(ref claim, Measure.Level, reading, 1, "%");
            claim.Subject = named;
            return true;
        }

        if (IsRatioOfCurrent(context, reading))
        {
            Set(ref claim, Measure.Share, reading, 1, "%");
            claim.Subject = context.Current;
            return true;
        }

        if (reading.IsPercent && PlanTotals.IsShareOfAmount(context, reading.Number))
        {
            Set(ref claim, Measure.Share, reading, 1, "%");
            // The part is what was told of before the total.
            if (context.Claims.Count > 1) claim.Subject = context.Claims[^2].Subject;
            return true;
        }

        if (Contributes(context, reading))
        {
            Set(ref claim, Measure.Share, reading, 1, "%");
            return true;
        }

        if (!IsPart(context, reading) || Bounds.IsOfYardstick(context, reading.Number)) return false;
        Set(ref claim, Measure.Share, reading, 1, "%");
        // 研发经费支出占生产总值的2.4%: an indicator of its own.
        if (OfProduct(context, reading) && reading.Subject.Term is { } term && OwnRatio(context, term) is { } own)
        {
            claim.Subject = reading.Subject with { Term = own };
            claim.Measure = Measure.Level;
        }

        return true;
    }

    // 占55%, 占比达80%, 为全省平均水平的54.5%.
    private static bool IsPart(BindingContext context, in Reading reading)
    {
        ref readonly var left = ref reading.Left;
        if (PlanTotals.IsShareOfOne(context, reading.Number)) return true;
        if (left.Says(Role.Share) || (left.Says(Role.Equals) && left.YardstickEnd > left.YardstickStart)) return true;
        // 占比由45%提高到48%: the new value is what the old one was.
        if (reading.Inherits && left.Says(Role.ChangeTo) && context.Claims.Count > 0 && context.Claims[^1].Measure == Measure.Share) return true;
        return Recovers(context, reading) || OfEarlierLevel(context, reading) || NamesShare(context, reading);
    }

    // 棉花1600万担,为1957年的48.8%: of what it had been.
    private static bool OfEarlierLevel(BindingContext context, in Reading reading)
    {
        var (tokens, number) = (context.Tokens, reading.Number);
        return number > 2 && reading.Left.Says(Role.Equals) && tokens[number - 1].Is(Role.Of) && tokens[number - 2].Kind == TokenKind.Time
            && tokens[number - 3].Is(Role.Equals);
    }

    // 经常账户顺差1463亿美元,与同期国内生产总值之比为1.7%: a ratio of the amount before that has no name of its own.
    // 顺差规模与同期国内生产总值之比为2.3% is one, too.
    private static bool IsRatioOfCurrent(BindingContext context, in Reading reading)
    {
        if (reading.Subject.Term is not { IsProduct: true } || !context.Current.IsNamed || context.Claims.Count == 0) return false;
        if (reading.Left.SegmentStart >= reading.Number) return false;
        var words = context.TextOf(reading.Left.SegmentStart, reading.Number);
        return words.IndexOf("之比") > words.IndexOfAny('与', '同') && words.IndexOfAny('与', '和', '同') is >= 0 and < 6;
    }

    // The indicator that is another's ratio to the product, or null.
    private static IndicatorTerm? OwnRatio(BindingContext context, IndicatorTerm term) =>
        Derived.RatioOf(term.Indicator.Code) is { } ratio ? context.Lexicon.Find(ratio)?.Indicator : null;

    // 恢复到2019年的96%, 恢复至上年同期的八成: a part of what had been.
    private static bool Recovers(BindingContext context, in Reading reading)
    {
        var tokens = context.Tokens;
        if (reading.Number < 3 || (reading.Left.Words & Role.ChangeTo) == 0) return false;
        // 恢复至疫情前同期约55%: what had been stands between, with 的 or without.
        var last = reading.Number - 1;
        while (last > reading.Left.SegmentStart && tokens[last].Is(Role.BoundBefore)) last--;
        if (tokens[last].Is(Role.Of)) last--;
        for (var i = last; i >= reading.Left.SegmentStart && i > last - FurthestRecovery; i--)
        {
            if (!tokens[i].Is(Role.ChangeTo)) continue;
            return i < last && tokens[i].Entry!.Term.StartsWith("恢复", StringComparison.Ordinal);
        }

        return false;
    }

    // 民营经济贡献了90%的税收、60%以上的生产总值: a part of what stands behind.
    private static bool Contributes(BindingContext context, in Reading reading)
    {
        if (!reading.HasRight || reading.Source != SubjectSource.Behind || !context.Tokens[reading.RightStart - 1].Is(Role.Of)) return false;
        var text = context.TextOf(reading.Left.SegmentStart, reading.Number);
        foreach (var verb in Contributions)
            if (text.IndexOf(verb) >= 0) return true;
        // …的税收、60%以上的生产总值: a second part behind the first.
        if (context.Claims.Count == 0 || context.Claims[^1] is not { Rule: RuleKind.ShareOfTotal, Source: SubjectSource.Behind }) return false;
        return text is ['的', ..] && !text.Contains(',') && context.Claims[^1].Token < reading.Number;
    }

    // 研发经费支出相当于生产总值的比例, 研发经费支出与生产总值之比: named as a ratio, no verb of parts.
    private static Subject? RatioToProduct(BindingContext context, in Reading reading)
    {
        if ((reading.Left.Words & Role.Indicator) == 0) return null;
        var tokens = context.Tokens;
        var product = -1;
        for (var i = reading.Left.End - 1; i >= reading.Left.SegmentStart; i--)
        {
            if (!tokens[i].Is(Role.Indicator)) continue;
            if (product < 0)
            {
                var namesRatio = context.TextOf(i + 1, reading.Number) is ['比', ..] or ['的' or '之', '比', ..];
                if (!namesRatio || !tokens[i].Indicator!.IsProduct) return null;
                product = i;
                continue;
            }

            if (OwnRatio(context, tokens[i].Indicator!) is not { } own) return null;
            return context.TextOf(i + 1, product).IndexOfAny("与和同占相") >= 0 ? new Subject(own, tokens[i].Start, tokens[product].End) : null;
        }

        // 研发经费支出365亿元,…,与生产总值之比为3.04%: said of the number before.
        if (product <= reading.Left.SegmentStart || context.Claims.Count == 0 || context.Current.Term is not { } before) return null;
        if (context.TextOf(product - 1).IndexOfAny("与和同占相") < 0) return null;
        return OwnRatio(context, before) is { } derived ? context.Current with { Term = derived } : null;
    }

    private static bool NamesShare(BindingContext context, in Reading reading)
    {
        // 所占的比重,由42%上升到46%: the clause before names it.
        var isNamedBefore = reading.Inherits && reading.Subject.Name is null && reading.Subject.IsNamed;
        if (isNamedBefore && EndsAsShare(context.Text[reading.Subject.Start..reading.Subject.End])) return true;
        // 轻工业增长9%,在工业总产值中的比重,由52%提高到54%: named before, of what was told of.
        if (reading.Inherits && reading.Left.SegmentStart > 1 && context.Tokens[reading.Left.SegmentStart - 2] is var named
            && named.Is(Role.Share) && named.Is(Role.Pace))
        {
            return true;
        }

        if (!reading.Left.HasName) return false;
        ref readonly var last = ref context.Tokens[reading.Left.NameEnd - 1];
        if (last.Is(Role.Share) && last.Is(Role.Pace)) return true;
        var name = context.Text[last.Start..last.End];
        if (last.Is(Role.Indicator) && last.Indicator!.Measure != Measure.Level && EndsAsShare(name)) return true;
        if (!name.EndsWith("比例")) return false;
        // 教育经费占生产总值比例: 比例 alone may be any rate.
        for (var i = reading.Left.NameStart; i < reading.Left.NameEnd - 1; i++)
            if (context.Tokens[i].Is(Role.Share)) return true;
        return false;
    }

    private static bool EndsAsShare(ReadOnlySpan<char> name) => name.EndsWith("比重") || name.EndsWith("占比") || name.EndsWith("份额");

    private static bool OfProduct(BindingContext context, in Reading reading)
    {
        for (var i = reading.Left.SegmentStart; i < reading.Number; i++)
            if (context.Tokens[i] is var token && token.Is(Role.Indicator) && token.Indicator!.IsProduct) return true;
        return false;
    }
}
