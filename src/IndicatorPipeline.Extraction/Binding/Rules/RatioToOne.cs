using IndicatorPipeline.Extraction.Recognition.Numerals;

namespace IndicatorPipeline.Extraction.Binding.Rules;

/// <summary>
/// Finds: a ratio written as such. Example: 城乡居民收入比由2.42:1缩小到2.38:1, 农产品加工业产值与农业总产值之比突破1:1.
/// Counter-example: 主队以3:1获胜 (no ratio is named), 三次产业结构10:45:45 (three shares).
/// </summary>
internal sealed class RatioToOne() : BindingRule(RuleKind.RatioToOne)
{
    /// <inheritdoc/>
    public override bool TryBind(BindingContext context, in Reading reading, ref Claim claim)
    {
        if (!reading.Quantity.Is(NumeralTraits.Ratio)) return false;
        var subject = reading.Subject;
        if (reading.Left.HasName)
        {
            var tokens = context.Tokens;
            var end = tokens[reading.Left.NameEnd - 1].End;
            // 收入比, 之比: 比 also compares, and then it is no part of the name.
            if (end < context.Text.Length && context.Text[end] == '之') end++;
            if (end < context.Text.Length && context.Text[end] == '比') end++;
            subject = new Subject(null, tokens[reading.Left.NameStart].Start, end);
        }

        Set(ref claim, Measure.Level, reading, 1, "ratio");
        claim.Subject = subject with { Term = null };
        return true;
    }
}
