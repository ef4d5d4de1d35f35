using System.Numerics;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Binding.Rules;

/// <summary>The rules in the order in which they are asked; the first that applies binds the number.</summary>
internal static class RuleRegister
{
    public static readonly BindingRule[] All =
    [
        new Doubling(),
        new RatioToOne(),
        new DistanceFromYardstick(),
        new ShareOfTotal(),
        new AverageChange(),
        new ChangeInPercent(),
        new ChangeInPoints(),
        new TimesAsMuch(),
        new AbsoluteChange(),
        new PercentageOfNoun(),
        new PercentageLevel(),
        new Amount(),
    ];

    /// <summary>For each kind of unit the rules that can bind it; <see cref="Index"/> tells where its own are.</summary>
    public static BindingRule[][] ByDimension()
    {
        var rules = new BindingRule[Enum.GetValues<Dimension>().Max(Index) + 1][];
        foreach (var dimension in Enum.GetValues<Dimension>()) rules[Index(dimension)] = [.. All.Where(rule => rule.Binds(dimension))];
        return rules;
    }

    /// <summary>Where the rules for <paramref name="dimension"/> stand: those for bare numbers are the first.</summary>
    public static int Index(Dimension dimension) => BitOperations.Log2(((uint)dimension << 1) | 1);
}
