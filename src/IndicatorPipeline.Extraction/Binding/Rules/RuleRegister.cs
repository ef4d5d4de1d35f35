using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Binding.Rules;

/// <summary>The rules, and for each kind of unit those that can bind it, in the order in which they are asked; the first that applies binds the
/// number.</summary>
/// <remarks>They are called by their own types: a call that has to find the type first would cost more than most of the answers.</remarks>
internal sealed class RuleRegister
{
    private readonly Doubling doubling = new();
    private readonly RatioToOne ratioToOne = new();
    private readonly DistanceFromYardstick distanceFromYardstick = new();
    private readonly ShareOfTotal shareOfTotal = new();
    private readonly AverageChange averageChange = new();
    private readonly ChangeInPercent changeInPercent = new();
    private readonly ChangeInPoints changeInPoints = new();
    private readonly TimesAsMuch timesAsMuch = new();
    private readonly AbsoluteChange absoluteChange = new();
    private readonly PercentageOfNoun percentageOfNoun = new();
    private readonly PercentageLevel percentageLevel = new();
    private readonly Amount amount = new();

    /// <summary>All of them.</summary>
    public IEnumerable<BindingRule> All =>
        [doubling, ratioToOne, distanceFromYardstick, shareOfTotal, averageChange, changeInPercent, changeInPoints, timesAsMuch, absoluteChange,
            percentageOfNoun, percentageLevel, amount];

    /// <summary>The rule that binds the number and has filled <paramref name="claim"/>, or null where none applies.</summary>
    public BindingRule? Bind(BindingContext context, in Reading reading, ref Claim claim) => reading.Dimension switch
    {
        Dimension.Ratio =>
            distanceFromYardstick.TryBind(context, reading, ref claim) ? distanceFromYardstick
            : shareOfTotal.TryBind(context, reading, ref claim) ? shareOfTotal
            : averageChange.TryBind(context, reading, ref claim) ? averageChange
            : changeInPercent.TryBind(context, reading, ref claim) ? changeInPercent
            : percentageOfNoun.TryBind(context, reading, ref claim) ? percentageOfNoun
            : percentageLevel.TryBind(context, reading, ref claim) ? percentageLevel : null,
        Dimension.Points =>
            distanceFromYardstick.TryBind(context, reading, ref claim) ? distanceFromYardstick
            : changeInPoints.TryBind(context, reading, ref claim) ? changeInPoints : null,
        Dimension.Multiple =>
            doubling.TryBind(context, reading, ref claim) ? doubling
            : ratioToOne.TryBind(context, reading, ref claim) ? ratioToOne
            : changeInPercent.TryBind(context, reading, ref claim) ? changeInPercent
            : timesAsMuch.TryBind(context, reading, ref claim) ? timesAsMuch : null,
        _ =>
            reading.Quantity.Unit is not null && distanceFromYardstick.TryBind(context, reading, ref claim) ? distanceFromYardstick
            : absoluteChange.TryBind(context, reading, ref claim) ? absoluteChange
            : amount.TryBind(context, reading, ref claim) ? amount : null,
    };
}
