using IndicatorPipeline.Api.Tests.Hosting;
using IndicatorPipeline.Api.Tests.Seeding;
using IndicatorPipeline.Testing;

namespace IndicatorPipeline.Api.Tests.Documents;

[Collection(SeededApiCollection.Name)]
public sealed class DocumentTests(SeededApi api)
{
    [PostgresFact]
    public async Task A_document_comes_with_its_text_its_speeches_and_its_spans()
    {
        var document = await api.GetAsync("/api/v1/documents/" + Uri.EscapeDataString("山东省2023年政府工作报告"));
        var text = document.GetProperty("text").GetString()!;
        Assert.Contains(Seeds.Hostile, text, StringComparison.Ordinal);
        var speech = Assert.Single(document.GetProperty("speeches").EnumerateArray());
        Assert.Equal(("2023-01-15", "byline", "370000"),
            (speech.GetProperty("date").GetString(), speech.GetProperty("date_evidence").GetString(), speech.GetProperty("region_code").GetString()));
        Assert.Equal(
            ["3.0%", "23000亿元", "5%—5.5%", "3%"],
            document.GetProperty("spans").EnumerateArray()
                .Select(span => text[span.GetProperty("start").GetInt32()..span.GetProperty("end").GetInt32()]));
    }

    [PostgresFact]
    public async Task A_document_that_is_not_there_says_where_to_look()
    {
        using var response = await api.Client.GetAsync("/api/v1/documents/nowhere");
        Assert.Equal(404, (int)response.StatusCode);
        Assert.Contains("/api/v1/failures", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [PostgresFact]
    public async Task Catalogue_regions_coverage_runs_and_failures_are_listed()
    {
        Assert.Contains(await api.ItemsAsync("/api/v1/indicators?stored=true"), item => item.GetProperty("code").GetString() == "gdp");
        Assert.Equal(["000000", "330000", "370000"],
            (await api.ItemsAsync("/api/v1/regions?stored=true&level=nation,province")).Select(item => item.GetProperty("code").GetString()));
        Assert.Contains(await api.ItemsAsync("/api/v1/coverage?region=370000"), item =>
            item.GetProperty("year").GetInt32() == 2023 && item.GetProperty("reports").GetInt32() == 1);
        var run = Assert.Single(await api.ItemsAsync("/api/v1/runs"));
        Assert.Equal(("succeeded", 1), (run.GetProperty("state").GetString(), run.GetProperty("documents_failed").GetInt32()));
        var failure = Assert.Single(await api.ItemsAsync("/api/v1/failures?stage=read"));
        Assert.Equal(("the PDF holds pictures of pages and no text", "run OCR on it first"),
            (failure.GetProperty("reason").GetString(), failure.GetProperty("remedy").GetString()));
        Assert.Contains(await api.ItemsAsync("/api/v1/documents?document=000"), item =>
            item.GetProperty("uri").GetString() == "file:///seeds/371312/000.txt");
    }
}
