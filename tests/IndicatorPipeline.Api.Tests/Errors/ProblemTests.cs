using System.Text.Json;
using IndicatorPipeline.Api.Tests.Hosting;
using IndicatorPipeline.Testing;

namespace IndicatorPipeline.Api.Tests.Errors;

[Collection(SeededApiCollection.Name)]
public sealed class ProblemTests(SeededApi api)
{
    private async Task<JsonElement> ProblemAsync(HttpRequestMessage request, int status)
    {
        using var response = await api.Client.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(status == (int)response.StatusCode, $"{request.RequestUri}: {(int)response.StatusCode} {body}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(body).RootElement;
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.NotEqual("", problem.GetProperty("detail").GetString());
        return problem;
    }

    private Task<JsonElement> ProblemAsync(string path, int status) => ProblemAsync(new HttpRequestMessage(HttpMethod.Get, path), status);

    [PostgresTheory]
    [InlineData("/nothing", 404)]
    [InlineData("/api/v1/nothing", 404)]
    [InlineData("/api/v1/observations/999999999", 404)]
    [InlineData("/api/v1/observations/x", 404)]
    [InlineData("/api/v1/documents/000?version=999999", 404)]
    [InlineData("/openapi/v9.json", 404)]
    public async Task What_is_not_there_is_a_problem(string path, int status) => await ProblemAsync(path, status);

    [PostgresTheory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task The_api_only_reads(string method)
    {
        var problem = await ProblemAsync(new HttpRequestMessage(new HttpMethod(method), "/api/v1/observations"), 405);
        Assert.Contains(method, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [PostgresFact]
    public async Task A_format_that_is_not_offered_is_a_problem_that_lists_those_that_are()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/observations");
        request.Headers.Add("Accept", "application/xml");
        var problem = await ProblemAsync(request, 406);
        Assert.Contains("text/csv", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [PostgresTheory]
    [InlineData("observations", "foo=1", "foo")]
    [InlineData("observations", "Region=370000", "Region")]
    [InlineData("observations", "status=promised", "status")]
    [InlineData("observations", "measure=speed", "measure")]
    [InlineData("observations", "scope=mine", "scope")]
    [InlineData("observations", "indicator=gpd", "indicator")]
    [InlineData("observations", "region=Atlantis", "region")]
    [InlineData("observations", "region=", "region")]
    [InlineData("observations", "year=20xx", "year")]
    [InlineData("observations", "year=99999999999999999999", "year")]
    [InlineData("observations", "from=1066", "from")]
    [InlineData("observations", "periodPart=Q5", "periodPart")]
    [InlineData("observations", "q=a", "q")]
    [InlineData("observations", "minConfidence=1.01", "minConfidence")]
    [InlineData("observations", "minConfidence=NaN", "minConfidence")]
    [InlineData("observations", "asOf=yesterday", "asOf")]
    [InlineData("observations", "limit=0", "limit")]
    [InlineData("observations", "limit=1001", "limit")]
    [InlineData("observations", "limit=10&limit=20", "limit")]
    [InlineData("observations", "after=x", "after")]
    [InlineData("observations", "copies=perhaps", "copies")]
    [InlineData("observations", "tier=middle", "tier")]
    [InlineData("observations/1", "x=1", "x")]
    [InlineData("series", "key=gdp", "key")]
    [InlineData("series/gdp.370000.target.speed", "", "key")]
    [InlineData("outcomes", "verdict=good", "verdict")]
    [InlineData("outcomes", "after=370000", "after")]
    [InlineData("outcomes", "document=000", "document")]
    [InlineData("regions", "level=village", "level")]
    [InlineData("indicators", "stored=maybe", "stored")]
    [InlineData("runs", "state=good", "state")]
    [InlineData("failures", "run=x", "run")]
    [InlineData("documents/000", "version=x", "version")]
    public async Task A_wrong_parameter_is_named(string noun, string query, string parameter)
    {
        var problem = await ProblemAsync($"/api/v1/{noun}?{query}", 400);
        var error = Assert.Single(problem.GetProperty("errors").EnumerateArray());
        Assert.Equal(parameter, error.GetProperty("parameter").GetString());
    }

    [PostgresFact]
    public async Task All_wrong_parameters_are_named_at_once_with_the_values_allowed()
    {
        var problem = await ProblemAsync("/api/v1/observations?status=x&foo=1&limit=-3&measure=y", 400);
        var errors = problem.GetProperty("errors").EnumerateArray().ToDictionary(error => error.GetProperty("parameter").GetString()!);
        Assert.Equal(["foo", "limit", "measure", "status"], errors.Keys.Order());
        Assert.Equal(["target", "actual", "estimate"], errors["status"].GetProperty("allowed").EnumerateArray().Select(value => value.GetString()));
        Assert.Contains("indicator", errors["foo"].GetProperty("allowed").EnumerateArray().Select(value => value.GetString()));
    }

    [PostgresFact]
    public async Task A_query_that_asks_for_too_much_says_how_to_narrow_it()
    {
        var many = string.Join(',', Enumerable.Range(100000, 201));
        var problem = await ProblemAsync($"/api/v1/observations?region={many}", 413);
        Assert.Contains("at most 200", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [PostgresTheory]
    [InlineData("document")]
    [InlineData("q")]
    [InlineData("after")]
    [InlineData("region")]
    [InlineData("asOf")]
    [InlineData("key")]
    public async Task Sql_and_html_in_a_parameter_do_nothing(string parameter)
    {
        var before = (await api.GetAsync("/api/v1/observations")).GetProperty("total").GetInt64();
        foreach (var hostile in new[] { "'; drop schema mart cascade; --", "<img src=x onerror=alert(1)>", "\\\"\u0000", "%' or 1=1 --", "{0}@p" })
        {
            var noun = parameter == "key" ? "series" : "observations";
            using var response = await api.Client.GetAsync($"/api/v1/{noun}?{parameter}={Uri.EscapeDataString(hostile)}");
            Assert.True((int)response.StatusCode is 200 or 400, $"{parameter}={hostile}: {(int)response.StatusCode}");
            Assert.Contains("json", response.Content.Headers.ContentType?.MediaType, StringComparison.Ordinal);
            Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        }

        Assert.Equal(before, (await api.GetAsync("/api/v1/observations")).GetProperty("total").GetInt64());
    }
}
