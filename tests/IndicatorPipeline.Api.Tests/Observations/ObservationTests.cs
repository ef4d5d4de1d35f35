using System.Text.Json;
using IndicatorPipeline.Api.Tests.Hosting;
using IndicatorPipeline.Testing;

namespace IndicatorPipeline.Api.Tests.Observations;

[Collection(SeededApiCollection.Name)]
public sealed class ObservationTests(SeededApi api)
{
    private static string Text(JsonElement item, string name) => item.GetProperty(name).ToString();

    [PostgresFact]
    public async Task A_document_gives_its_targets_with_unit_status_and_sentence()
    {
        var items = await api.ItemsAsync("/api/v1/observations?document=000&tier=core");
        Assert.Equal(
            [
                "industry.value_added 10000000000 = CNY target",
                "fiscal.revenue.general_budget 2000000000 > CNY target",
                "investment.fixed_asset 30000000000 = CNY target",
            ],
            items.Select(item => $"{Text(item, "indicator")} {Text(item, "low")} {Text(item, "bound")} {Text(item, "unit")} {Text(item, "status")}"));
        Assert.All(items, item => Assert.Contains(Text(item, "value_text"), Text(item, "quote"), StringComparison.Ordinal));
    }

    [PostgresFact]
    public async Task The_names_and_their_order_are_those_of_the_extraction()
    {
        var item = (await api.ItemsAsync("/api/v1/observations?document=000&limit=1"))[0];
        string[] extraction =
        [
            "document", "speech", "start", "end", "quote", "value_text", "indicator", "indicator_text", "measure",
            "low", "high", "bound", "unit", "status", "period_start", "period_end", "period_part",
            "scope", "place", "region_code", "rule", "confidence", "modality", "open_indicator",
        ];
        Assert.Equal(extraction, item.EnumerateObject().Select(property => property.Name).Take(extraction.Length));
    }

    [PostgresFact]
    public async Task Start_and_end_cut_the_value_out_of_the_documents_text()
    {
        foreach (var item in await api.ItemsAsync("/api/v1/observations?region=370000&limit=1000"))
        {
            var document = await api.GetAsync($"/api/v1/documents/{Uri.EscapeDataString(Text(item, "document"))}?version={Text(item, "version")}");
            var text = document.GetProperty("text").GetString()!;
            Assert.Equal(Text(item, "value_text"), text[item.GetProperty("start").GetInt32()..item.GetProperty("end").GetInt32()]);
            Assert.Equal(Text(item, "quote"), text[item.GetProperty("quote_start").GetInt32()..item.GetProperty("quote_end").GetInt32()]);
        }
    }

    [PostgresTheory]
    [InlineData("region=370000")]
    [InlineData("region=山东省")]
    [InlineData("region=山东")]
    [InlineData("region=山东省,370000")]
    public async Task A_region_is_found_by_code_and_by_name(string filter)
    {
        var items = await api.ItemsAsync($"/api/v1/observations?{filter}&limit=1000");
        Assert.NotEmpty(items);
        Assert.All(items, item => Assert.Equal("370000", Text(item, "region_code")));
    }

    [PostgresFact]
    public async Task The_divisions_below_a_region_come_when_asked_for()
    {
        var alone = await api.ItemsAsync("/api/v1/observations?region=370000&limit=1000");
        var all = await api.ItemsAsync("/api/v1/observations?region=370000&regionChildren=true&limit=1000");
        Assert.DoesNotContain(alone, item => Text(item, "region_code") == "371312");
        Assert.Contains(all, item => Text(item, "region_code") == "371312");
        Assert.DoesNotContain(all, item => Text(item, "region_code") is "330000" or "000000");
    }

    [PostgresFact]
    public async Task The_parts_of_an_indicator_come_when_asked_for()
    {
        Assert.Empty(await api.ItemsAsync("/api/v1/observations?indicator=fiscal.revenue.total&indicatorChildren=true"));
        var items = await api.ItemsAsync("/api/v1/observations?indicator=fiscal.revenue.general_budget,industry.value_added&indicatorChildren=true");
        Assert.Equal(["fiscal.revenue.general_budget", "industry.value_added"], items.Select(item => Text(item, "indicator")).Distinct().Order());
    }

    [PostgresTheory]
    [InlineData("agriculture.orchards", "agriculture.orchards")]
    [InlineData("果园面积", "agriculture.orchards")]
    [InlineData("agriculture.orchards,investment.fixed_asset", "agriculture.orchards", "investment.fixed_asset")]
    public async Task A_code_of_the_wider_catalogue_is_found_in_the_field_of_its_own(string filter, params string[] codes)
    {
        var items = await api.ItemsAsync($"/api/v1/observations?document=000&indicator={filter}");
        Assert.Equal(codes, items.Select(item => Text(item, "indicator") is { Length: > 0 } code ? code : Text(item, "open_indicator")).Order());
        Assert.All(items, item => Assert.True(Text(item, "indicator") is "" != Text(item, "open_indicator") is ""));
    }

    [PostgresFact]
    public async Task The_catalogue_lists_the_parts_of_either_tier()
    {
        var items = await api.ItemsAsync("/api/v1/indicators?indicator=gdp&indicatorChildren=true&limit=1000");
        Assert.Equal(["core", "open"], items.Select(item => Text(item, "tier")).Distinct());
        Assert.Contains(items, item =>
            (Text(item, "code"), Text(item, "parent"), Text(item, "tier")) == ("gdp.tertiary.modern", "gdp.tertiary", "open"));
    }

    [PostgresFact]
    public async Task A_year_finds_the_plans_that_cover_it()
    {
        var items = await api.ItemsAsync("/api/v1/observations?year=2023&measure=average_growth");
        Assert.Equal(3, items.Count);
        Assert.All(items, item => Assert.Equal(("2021", "2025"), (Text(item, "period_start"), Text(item, "period_end"))));
    }

    [PostgresFact]
    public async Task Text_is_found_in_quotes_whatever_its_spaces()
    {
        var items = await api.ItemsAsync("/api/v1/observations?q=" + Uri.EscapeDataString("居民 消费价格") + "&limit=1000");
        Assert.Equal(15, items.Count);
        Assert.All(items, item => Assert.Contains("居民消费价格", Text(item, "quote"), StringComparison.Ordinal));
        Assert.Empty(await api.ItemsAsync("/api/v1/observations?q=" + Uri.EscapeDataString("消费%居民_")));
    }

    [PostgresFact]
    public async Task Confidence_status_measure_and_scope_filter()
    {
        Assert.All(await api.ItemsAsync("/api/v1/observations?minConfidence=0.85&limit=1000"), item =>
            Assert.True(item.GetProperty("confidence").GetDecimal() >= 0.85m));
        Assert.All(await api.ItemsAsync("/api/v1/observations?status=actual&limit=1000"), item => Assert.Equal("actual", Text(item, "status")));
        Assert.All(await api.ItemsAsync("/api/v1/observations?measure=level,increment&limit=1000"), item =>
            Assert.Equal("level", Text(item, "measure")));
        Assert.Empty(await api.ItemsAsync("/api/v1/observations?scope=nation,other"));
        Assert.Single(await api.ItemsAsync("/api/v1/observations?tier=open"));
    }

    [PostgresFact]
    public async Task Copies_are_left_out_unless_asked_for_or_named_and_say_what_they_copy()
    {
        Assert.DoesNotContain(await api.ItemsAsync("/api/v1/observations?limit=1000"), item => Text(item, "document") == "001");
        Assert.Contains(await api.ItemsAsync("/api/v1/observations?copies=true&limit=1000"), item => Text(item, "document") == "001");
        var named = await api.ItemsAsync("/api/v1/observations?document=001");
        Assert.Equal(4, named.Count);
        Assert.All(named, item => Assert.Equal(("000", "1"), (Text(item, "copy_of_document"), Text(item, "copy_of_speech"))));
        Assert.Empty(await api.ItemsAsync("/api/v1/observations?document=001&copies=false"));
    }

    [PostgresFact]
    public async Task Nothing_was_known_before_it_was_stored()
    {
        Assert.Empty(await api.ItemsAsync("/api/v1/observations?asOf=2020-01-01"));
        Assert.Equal(
            (await api.GetAsync("/api/v1/observations")).GetProperty("total").GetInt64(),
            (await api.GetAsync("/api/v1/observations?asOf="
                + Uri.EscapeDataString(DateTimeOffset.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:sszzz", null)))).GetProperty("total").GetInt64());
    }

    [PostgresFact]
    public async Task One_observation_is_found_by_its_number()
    {
        var listed = (await api.ItemsAsync("/api/v1/observations?limit=1"))[0];
        var one = await api.GetAsync($"/api/v1/observations/{Text(listed, "id")}");
        Assert.Equal(Text(listed, "quote"), Text(one, "quote"));
    }

    [PostgresFact]
    public async Task Following_next_gives_every_item_once_and_total_counts_them()
    {
        var ids = new List<long>();
        long total = 0;
        for (string? next = "/api/v1/observations?limit=7&copies=true&region=370000,371312"; next is not null;)
        {
            var page = await api.GetAsync(next);
            total = page.GetProperty("total").GetInt64();
            ids.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetInt64()));
            next = page.GetProperty("next").GetString();
        }

        Assert.Equal(total, ids.Count);
        Assert.Equal(ids.Order(), ids);
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.True(total > 20);
    }
}
