using System.Text.Json;
using IndicatorPipeline.Api.Tests.Hosting;
using IndicatorPipeline.Testing;

namespace IndicatorPipeline.Api.Tests.Errors;

/// <summary>
/// Every parameter of every endpoint, as the description of the API lists them, with values that are wrong for its type: nothing
/// is guessed, nothing breaks.
/// </summary>
[Collection(SeededApiCollection.Name)]
public sealed class EveryParameterTests(SeededApi api)
{
    /// <summary>Wrong for all but free text.</summary>
    private static readonly string[] Wrong =
    [
        "x", "1e9", "99999999999999999999", "-99999999999999999999", "'; drop schema mart cascade; --", "<script>alert(1)</script>", "\u0001",
        "\u0000", "%", "\uFFFD", "\u0661\u0662", "\uFF11\uFF12",
        "TRUE", "null", "NaN", "2026-13-45", "2026-02-30T99:00:00Z", "a,b,c", ",", "..",
    ];

    /// <summary>Texts of any kind: names that nothing has find nothing.</summary>
    private static readonly string[] Free = ["document", "source", "q", "after"];

    public static TheoryData<string> Paths => [.. Operations().Select(operation => operation.Path)];

    [PostgresTheory]
    [MemberData(nameof(Paths))]
    public async Task A_wrong_value_is_named_with_what_is_taken_instead(string path)
    {
        foreach (var parameter in Operations().Single(operation => operation.Path == path).Parameters)
        {
            foreach (var value in Free.Contains(parameter) ? [] : Wrong)
            {
                var error = await RefusedAsync($"{Filled(path)}?{Uri.EscapeDataString(parameter)}={Uri.EscapeDataString(value)}", parameter);
                var isName = parameter is "indicator" or "region" or "key";
                Assert.True(isName || error.TryGetProperty("allowed", out var allowed)
                    && allowed.GetArrayLength() > 0, $"{path} {parameter}={value}: {error}");
            }
        }
    }

    [PostgresTheory]
    [MemberData(nameof(Paths))]
    public async Task Empty_and_endless_values_are_refused_and_so_are_a_second_one_and_another_spelling(string path)
    {
        foreach (var parameter in Operations().Single(operation => operation.Path == path).Parameters)
        {
            var name = Uri.EscapeDataString(parameter);
            await RefusedAsync($"{Filled(path)}?{name}=", parameter);
            await RefusedAsync($"{Filled(path)}?{name}={new string('9', 401)}", parameter);
            var capital = char.ToUpperInvariant(parameter[0]) + parameter[1..];
            var error = await RefusedAsync($"{Filled(path)}?{Uri.EscapeDataString(capital)}=x", capital);
            Assert.Contains(parameter, error.GetProperty("allowed").EnumerateArray().Select(allowed => allowed.GetString()));
            if (parameter is "limit" or "asOf" or "year" or "from" or "q" or "key" or "startPeriod")
            {
                await RefusedAsync($"{Filled(path)}?{name}=2024&{name}=2025", parameter);
            }
        }
    }

    [PostgresTheory]
    [MemberData(nameof(Paths))]
    public async Task Free_text_of_any_kind_finds_nothing_and_breaks_nothing(string path)
    {
        foreach (var parameter in Operations().Single(operation => operation.Path == path).Parameters.Where(Free.Contains))
        {
            foreach (var value in Wrong)
            {
                using var response = await api.Client.GetAsync($"{Filled(path)}?{parameter}={Uri.EscapeDataString(value)}");
                Assert.True((int)response.StatusCode is 200 or 400 or 404,
                    $"{path} {parameter}={value}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
            }
        }
    }

    [PostgresTheory]
    [MemberData(nameof(Paths))]
    public async Task It_is_read_by_get_and_head_and_by_nothing_else(string path)
    {
        foreach (var method in new[] { "POST", "PUT", "PATCH", "DELETE" })
        {
            using var refused = await api.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), Filled(path)));
            Assert.Equal((405, "application/problem+json"), ((int)refused.StatusCode, refused.Content.Headers.ContentType?.MediaType));
        }

        using var got = await api.Client.GetAsync(Filled(path));
        using var head = await api.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, Filled(path)));
        Assert.Equal((got.StatusCode, got.Content.Headers.ContentType?.ToString(), got.Headers.ETag),
            (head.StatusCode, head.Content.Headers.ContentType?.ToString(), head.Headers.ETag));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    private async Task<JsonElement> RefusedAsync(string address, string parameter)
    {
        using var response = await api.Client.GetAsync(address);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True((int)response.StatusCode == 400, $"{address}: {(int)response.StatusCode} {body}");
        var errors = JsonDocument.Parse(body).RootElement.GetProperty("errors").EnumerateArray().ToList();
        Assert.All(errors, error => Assert.Equal(parameter, error.GetProperty("parameter").GetString()));
        Assert.Equal(errors.Count, errors.Select(error => error.GetProperty("value").GetString()).Distinct().Count());
        return errors[0];
    }

    private static string Filled(string path) => path switch
    {
        "/api/v1/observations/{id}" => "/api/v1/observations/1",
        "/api/v1/documents/{id}" => "/api/v1/documents/000",
        "/api/v1/series/{key}" => "/api/v1/series/gdp...",
        "/sdmx/data/{flow}/{key}/{provider}" => "/sdmx/data/INDICATORS/gdp.370000../all",
        _ when path.StartsWith("/sdmx/{", StringComparison.Ordinal) => "/sdmx/codelist/IP/CL_MEASURE",
        _ => path,
    };

    private static List<(string Path, List<string> Parameters)> Operations()
    {
        using var description = JsonDocument.Parse(File.ReadAllText(Repository.File("tests/IndicatorPipeline.Api.Tests/OpenApi/openapi.json")));
        return [.. description.RootElement.GetProperty("paths").EnumerateObject().Select(path => (path.Name, QueryParametersOf(path.Value)))];
    }

    private static List<string> QueryParametersOf(JsonElement path)
    {
        var parameters = path.GetProperty("get").GetProperty("parameters").EnumerateArray();
        return [.. parameters
            .Where(parameter => parameter.GetProperty("in").GetString() == "query")
            .Select(parameter => parameter.GetProperty("name").GetString()!)];
    }
}
