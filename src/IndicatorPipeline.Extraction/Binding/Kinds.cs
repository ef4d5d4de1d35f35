using IndicatorPipeline.Extraction.Recognition.Tokens;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Binding;

/// <summary>The open code of a name that the catalogue does not hold, by what it ends in: 铜材产量, 纺织业增加值, 对东盟进出口.</summary>
internal static class Kinds
{
    private static readonly string[] ShareWords = ["比重", "占比", "比例", "份额", "占", "所", "的"];

    // The end tells the kind; a longer name is a list that no verb ended.
    private const int LongestName = 60;

    /// <summary>The row of the kind that the claim's subject is of, or null. The claim's subject is of no row itself.</summary>
    public static IndicatorTerm? Of(BindingContext context, in Claim claim)
    {
        ref readonly var subject = ref claim.Subject;
        if (!subject.IsNamed) return null;
        var dimension = DimensionOf(context, claim);
        // Of compounds that were read from the text (元/亩) nothing is known.
        if (claim.Unit is not null && dimension == Dimension.None) return null;
        var name = subject.Name is { } whole ? whole : context.Text[Math.Max(subject.Start, subject.End - LongestName)..subject.End];
        // 全国“领跑县”: the kind stands before the mark.
        if (name is [_, .., '”']) name = name[..^1];
        var part = PartOf(name);
        var known = NamedBy(context, name);
        if (known is null && part.Length < name.Length) known = NamedBy(context, part);
        // A founding indicator that a rule kept from the number (of another unit, a part of a stock) is not brought back by another name.
        if (known is { IsCore: true }) return null;
        if (known is not null && NameEndings.Fits(known, dimension, claim.Measure)) return known;
        if (IndicatorTable.Default.Endings.Find(part, dimension, claim.Measure) is not { IsCore: false } kind) return null;
        return (kind.Dimension & Dimension.Money) != 0 && IsOfOneFirm(part) ? null : kind;
    }

    // Most names are none that a row has, and their last characters tell so.
    private static IndicatorTerm? NamedBy(BindingContext context, ReadOnlySpan<char> name) =>
        context.Edges.MayBe(name) ? context.Lexicon.Find(name)?.Indicator : null;

    // Mostly the number's own unit is the claim's, and need not be looked up.
    private static Dimension DimensionOf(BindingContext context, in Claim claim)
    {
        if (claim.Unit is null) return Dimension.None;
        ref readonly var token = ref context.Tokens[claim.Token];
        return token.Kind == TokenKind.Quantity && context.Quantities[token.Index].Unit is { } unit && ReferenceEquals(unit.Code, claim.Unit)
            ? unit.Dimension
            : UnitTable.DimensionOf(claim.Unit);
    }

    // 现代工业在工农业总产值中所占的比重 is a figure of 现代工业.
    private static ReadOnlySpan<char> PartOf(ReadOnlySpan<char> name)
    {
        // Each of the words ends in one of these.
        for (var cut = true; cut && name[^1] is '重' or '比' or '例' or '额' or '占' or '所' or '的';)
        {
            cut = false;
            foreach (var ending in ShareWords)
            {
                if (name.Length <= ending.Length || !name.EndsWith(ending, StringComparison.Ordinal)) continue;
                name = name[..^ending.Length];
                cut = true;
            }
        }

        if (name[^1] == '中' && name.LastIndexOf('在') is var of and > 0) return name[..of];
        var at = name.IndexOf('占');
        return at > 0 ? name[..(name[at - 1] == '所' ? at - 1 : at)] : name;
    }

    // 包钢集团利润: what one firm earns is nobody's indicator; 上市公司利润 is that of many.
    private static bool IsOfOneFirm(ReadOnlySpan<char> name) =>
        name.IndexOf("集团") >= 0
            || (name.IndexOf("公司") is var at and >= 0 && name[..at] is not ([.., '上', '市'] or [.., '保', '险'] or [.., '贷', '款']));
}
