using IndicatorPipeline.Cli.Verbs.Evaluate;

namespace IndicatorPipeline.Cli.Tests.Verbs.Evaluate;

public sealed class ScoringTests
{
    [Fact]
    public void What_is_the_same_scores_one()
    {
        var gold = new[] { At(0, 4), At(10, 14, indicator: null) };

        var score = Scoring.Of(gold, gold);

        Assert.Equal(1, score.Found.F1);
        Assert.Equal(new Rate(1, 1, 1), score.CoreExact);
        Assert.Empty(score.Differences);
    }

    [Fact]
    public void What_is_missed_and_what_is_invented_lower_both_rates()
    {
        var score = Scoring.Of([At(0, 4), At(10, 14)], [At(0, 4), At(20, 24), At(30, 34)]);

        Assert.Equal(new Rate(1, 2, 3), score.Found);
        Assert.Equal(["missed", "spurious", "spurious"], score.Differences.Select(difference => difference.Kind));
    }

    [Fact]
    public void A_pair_matches_by_half_of_the_shorter_span_and_the_greatest_overlap_wins()
    {
        var score = Scoring.Of([At(0, 10)], [At(0, 6), At(4, 10) with { Low = 7, High = 7 }, At(9, 20)]);

        Assert.Equal(1, score.Found.Right);
        Assert.Equal(3, score.Found.Predicted);
    }

    [Fact]
    public void A_wrong_field_counts_against_that_field_and_the_whole()
    {
        var score = Scoring.Of([At(0, 4)], [At(0, 4) with { Status = "target" }]);

        Assert.Equal(0, score.Fields.Single(field => field.Name == "status").Right);
        Assert.Equal(1, score.Fields.Single(field => field.Name == "unit").Right);
        Assert.Equal(0, score.CoreExact.Right);
    }

    [Fact]
    public void Households_and_items_are_the_same_count_and_rounding_is_no_difference()
    {
        var score = Scoring.Of(
            [At(0, 4) with { Unit = "household", Low = 26666666.7m, High = 26666666.7m }],
            [At(0, 4) with { Unit = "item", Low = 26666666.6666667m, High = 26666666.6666667m }]);

        Assert.Equal(1, score.CoreExact.Right);
    }

    [Fact]
    public void Targets_without_a_number_are_not_scored()
    {
        var score = Scoring.Of([At(0, 4)], [At(0, 4), At(20, 30) with { Low = null, High = null }]);

        Assert.Equal(1, score.Found.Predicted);
    }

    private static ScoredObservation At(int start, int end, string? indicator = "gdp") => new()
    {
        Document = "d", Start = start, End = end, Indicator = indicator, Measure = "growth", Low = 5, High = 5, Bound = "=", Unit = "%",
            Status = "actual", PeriodStart = 2024, PeriodEnd = 2024, Scope = "own",
    };
}
