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
}
