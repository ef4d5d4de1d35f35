using IndicatorPipeline.Extraction.Lexicons;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Binding;

/// <summary>Figures that are none of the indicator whose name stands there: they tell of some people, some things or another unit.</summary>
internal static class OtherIndicator
{
    /// <summary>Whether the claim, of which the catalogue's row <paramref name="term"/> has been found, tells of something else.</summary>
    public static bool IsMeant(BindingContext context, in Reading reading, in Claim claim, IndicatorTerm term)
    {
        // A bare number whose unit a noun gave (30亿 of 投资项目): it is not of an indicator that is counted.
        if (reading.Quantity.Unit is null && claim.Unit == "CNY" && (term.Dimension & Dimension.Money) == 0) return true;
        // 13.6万城市低保对象 are people, and no standard.
        if (reading.Quantity.Unit is null && claim.Unit == "person" && (term.Dimension & Dimension.Persons) == 0) return true;
        // 农村低保资金4600万元, 城市低保月人均补差52元: what is handed out is no standard.
        if (reading.Dimension == Dimension.Money && IsHandedOut(reading.Number > 0 ? context.TextOf(reading.Number - 1) : [], term)) return true;
        // 人民已在25个省建立了政权: people are not counted in 个.
        if (term.IsPopulation && claim.Unit == "item") return true;
        if (term.CountsLifted) return TellsOfPoor(context, reading, claim);
        // 使12万人口喝上安全水: some people, of whom something is told, are not the population.
        if (term.IsPopulation && claim.Source == SubjectSource.Behind) return TellsOfPeople(context, reading);
        // 100%的乡镇通油路: a rate is no figure of what is measured in kilometres.
        if (!reading.IsPercent || claim.Measure != Measure.Level || term.Measure is not null) return false;
        return (term.Dimension & (Dimension.Length | Dimension.Area | Dimension.Mass | Dimension.Volume)) != 0
            && (term.Dimension & Dimension.Ratio) == 0;
    }

    private static bool IsHandedOut(ReadOnlySpan<char> last, IndicatorTerm term) =>
        (last is [.., '资', '金'] or [.., '补', '差'] or [.., '保', '障', '金'])
            && term.Indicator.Code is "welfare.urban_minimum" or "welfare.rural_minimum";

    // Those who are poor, not those lifted out.
    private static bool TellsOfPoor(BindingContext context, in Reading reading, in Claim claim)
    {
        // 320万人脱贫,贫困人口占农村人口的比例降到4.8%: a part of the people, no deed.
        if (claim is { Measure: Measure.Share, Subject.Name: not null }) return true;
        // 农村贫困人口由9899万人减少到1660万人, 尚有农村贫困人口300万人; but 农村贫困人口减少1000万人.
        ref readonly var left = ref reading.Left;
        if (reading.Inherits || left.LeadingSign < 0) return false;
        return (left.Sign >= 0 || left.Says(Role.ChangeTo)) && context.Text[claim.Subject.Start..claim.Subject.End] is "农村贫困人口";
    }

    // 35万人口越过温饱线; but 45万人口, 13亿人口的国家, 20万人口以上.
    private static bool TellsOfPeople(BindingContext context, in Reading reading)
    {
        const int LargestGroup = 100_000_000;
        if (reading.Quantity.High >= LargestGroup) return false;
        return context.TextOf(reading.RightStart, reading.RightEnd) is ['人', '口', var next, _, ..]
            && next is not ('的' or '中' or '总' or '规' or '密' or '自' or '以' or '(' or '大' or '小' or '数' or '和' or '、');
    }
}
