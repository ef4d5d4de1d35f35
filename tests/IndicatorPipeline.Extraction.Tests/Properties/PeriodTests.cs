namespace IndicatorPipeline.Extraction.Tests.Properties;

public sealed class PeriodTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("Q1")]
    [InlineData("H2")]
    [InlineData("M12")]
    [InlineData("M01-M09")]
    [InlineData("M05-M05")]
    [InlineData("M12-M12")]
    public void A_part_of_a_year_is_given_back_as_it_was_said(string? part) => Assert.Equal(part, new Period(2024, 2024, part).Part);

    [Fact]
    public void Several_years_have_no_part() => Assert.Equal(new Period(2021, 2025), new Period(2021, 2025, "Q1"));

    [Theory]
    [InlineData("")]
    [InlineData("Q5")]
    [InlineData("M13")]
    [InlineData("now")]
    public void What_is_no_part_of_a_year_is_refused_by_name(string part) =>
        Assert.Contains(part, Assert.Throws<ArgumentOutOfRangeException>(() => new Period(2024, 2024, part)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(1899, 1950)]
    [InlineData(2100, 2201)]
    [InlineData(2025, 2024)]
    public void Years_that_are_not_kept_or_in_the_wrong_order_are_refused(int from, int to) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Period(from, to));
}
