using System.Text.Json;
using IndicatorPipeline.Api.Tests.Hosting;
using IndicatorPipeline.Testing;

namespace IndicatorPipeline.Api.Tests.Outcomes;

[Collection(SeededApiCollection.Name)]
public sealed class OutcomeTests(SeededApi api)
{
    private async Task<JsonElement> OneAsync(string region, int year, string indicator = "gdp", string measure = "growth") =>
        Assert.Single(await api.ItemsAsync(FormattableString.Invariant($"/api/v1/outcomes?region={region}&indicator={indicator}&measure={measure}&year={year}")));

    private static string Text(JsonElement item, string name) => item.GetProperty(name).ToString();

    [PostgresTheory]
    [InlineData(2020, "no_target", "")]
    [InlineData(2021, "target_without_number", "")]
    [InlineData(2022, "missed", "-3")]
    [InlineData(2023, "met", "0")]
    [InlineData(2024, "met", "-0.1")]
    [InlineData(2025, "no_outcome", "")]
    public async Task A_year_is_judged_by_the_bound_of_its_target(int year, string verdict, string gap)
    {
        var outcome = await OneAsync("370000", year);
        Assert.Equal((verdict, gap), (Text(outcome, "verdict"), Text(outcome, "gap")));
    }

    [PostgresFact]
    public async Task The_target_comes_from_the_report_of_the_year_and_the_outcome_from_the_next()
    {
        var outcome = await OneAsync("370000", 2023);
        Assert.Equal(("山东省2023年政府工作报告", "山东省2024年政府工作报告"), (Text(outcome, "target_document"), Text(outcome, "outcome_document")));
        Assert.Equal(("5", "5.5", ".."), (Text(outcome, "target_low"), Text(outcome, "target_high"), Text(outcome, "target_bound")));
    }

    [PostgresFact]
    public async Task A_target_in_words_keeps_them()
    {
        Assert.Equal("与全国同步", Text(await OneAsync("370000", 2021), "target_text"));
    }

    [PostgresFact]
    public async Task An_aspiration_stands_beside_the_target_and_is_not_it()
    {
        var outcome = await OneAsync("330000", 2022);
        Assert.Equal(("5", ">=", "8"), (Text(outcome, "target_low"), Text(outcome, "target_bound"), Text(outcome, "aspiration_low")));
    }

    [PostgresFact]
    public async Task A_conflict_shows_all_that_is_said()
    {
        var outcome = await OneAsync("330000", 2023);
        Assert.True(outcome.GetProperty("outcome_conflict").GetBoolean());
        var said = outcome.GetProperty("conflicting").EnumerateArray().Where(other => Text(other, "status") == "actual")
            .Select(other => $"{Text(other, "document")} {Text(other, "value_text")}");
        Assert.Equal(["浙江省2024年政府工作报告 5.2%", "浙江省2024年计划报告 6.5%"], said.Order(StringComparer.Ordinal));
        Assert.Equal(1, (await api.GetAsync("/api/v1/outcomes?conflict=true")).GetProperty("total").GetInt32());
    }

    [PostgresFact]
    public async Task Amplification_is_the_own_target_minus_the_upper_levels()
    {
        var outcome = await OneAsync("370000", 2022);
        Assert.Equal(("000000", "5", "1"), (Text(outcome, "upper_region_code"), Text(outcome, "upper_target_low"), Text(outcome, "amplification")));
        Assert.Equal("", Text(await OneAsync("000000", 2022), "amplification"));
    }

    [PostgresFact]
    public async Task Revision_is_the_years_target_minus_the_plans_average()
    {
        var outcome = await OneAsync("330000", 2025);
        Assert.Equal(("5.5", "-0.5"), (Text(outcome, "plan_low"), Text(outcome, "revision")));
    }

    [PostgresFact]
    public async Task A_ceiling_is_a_target_too()
    {
        Assert.Equal(("<=", "no_outcome"),
            (Text(await OneAsync("370000", 2024, "prices.cpi"), "target_bound"), Text(await OneAsync("370000", 2024, "prices.cpi"), "verdict")));
    }

    [PostgresFact]
    public async Task Verdicts_filter_and_pages_go_on_where_they_ended()
    {
        Assert.All(await api.ItemsAsync("/api/v1/outcomes?verdict=missed"), item => Assert.Equal("missed", Text(item, "verdict")));
        var keys = new List<string>();
        var total = 0;
        for (string? next = "/api/v1/outcomes?limit=5"; next is not null;)
        {
            var page = await api.GetAsync(next);
            total = page.GetProperty("total").GetInt32();
            keys.AddRange(page.GetProperty("items").EnumerateArray()
                .Select(item => $"{Text(item, "region_code")} {Text(item, "indicator")} {Text(item, "measure")} {Text(item, "year")}"));
            next = page.GetProperty("next").GetString();
        }

        Assert.Equal(total, keys.Count);
        Assert.Equal(keys.Distinct(), keys);
    }
}
