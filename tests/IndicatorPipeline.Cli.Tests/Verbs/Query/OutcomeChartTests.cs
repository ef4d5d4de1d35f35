using IndicatorPipeline.Cli.Verbs.Query;

namespace IndicatorPipeline.Cli.Tests.Verbs.Query;

public sealed class OutcomeChartTests
{
    private static readonly OutcomeChart.Axis Axis = new(0, 39);

    [Fact]
    public void A_floor_runs_to_the_right_and_the_outcome_stands_on_it() =>
        Assert.Equal("·····▒▒▒▒▒●▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒", OutcomeChart.Line(Row(5, 5, ">=", 10), Axis));

    [Fact]
    public void A_ceiling_runs_to_the_left() =>
        Assert.Equal("▒▒▒▒▒▒····●·····························", OutcomeChart.Line(Row(5, 5, "<=", 10), Axis));

    [Fact]
    public void A_range_is_a_stretch_and_one_number_a_stroke()
    {
        Assert.Equal("·····▒▒▒▒·······························", OutcomeChart.Line(Row(5, 8, "..", null), Axis));
        Assert.Equal("·····│··································", OutcomeChart.Line(Row(5, 5, "=", null), Axis));
    }

    private static OutcomeRow Row(decimal low, decimal high, string bound, decimal? outcome) => new()
    {
        RegionCode = "370000", RegionName = "山东省", Indicator = "gdp", IndicatorNameZh = "地区生产总值", Measure = "growth", Year = 2024,
        TargetLow = low, TargetHigh = high, TargetBound = bound, TargetUnit = "%", OutcomeLow = outcome, OutcomeHigh = outcome,
    };
}
