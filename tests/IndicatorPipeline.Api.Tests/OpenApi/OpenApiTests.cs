using System.Text.Encodings.Web;
using System.Text.Json;
using IndicatorPipeline.Api.Tests.Hosting;
using IndicatorPipeline.Testing;

namespace IndicatorPipeline.Api.Tests.OpenApi;

/// <summary>The description of the API is a golden file: a change of the API is seen in review. Set INDICATORS_UPDATE=1 to write it anew.</summary>
[Collection(SeededApiCollection.Name)]
public sealed class OpenApiTests(SeededApi api)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [PostgresFact]
    public async Task The_description_is_the_one_that_was_reviewed()
    {
        var actual = JsonSerializer.Serialize(await api.GetAsync("/openapi/v1.json"), Indented).ReplaceLineEndings("\n") + "\n";
        var file = Repository.File("tests/IndicatorPipeline.Api.Tests/OpenApi/openapi.json");
        if (Environment.GetEnvironmentVariable("INDICATORS_UPDATE") == "1")
        {
            await File.WriteAllTextAsync(file, actual);
        }

        Assert.Equal(await File.ReadAllTextAsync(file), actual);
    }

    [PostgresFact]
    public async Task Every_example_of_a_parameter_is_taken_by_its_endpoint()
    {
        var paths = (await api.GetAsync("/openapi/v1.json")).GetProperty("paths");
        foreach (var path in paths.EnumerateObject().Where(path => path.Name.StartsWith("/api/", StringComparison.Ordinal)))
        {
            foreach (var parameter in path.Value.GetProperty("get").GetProperty("parameters").EnumerateArray()
                .Where(parameter => parameter.GetProperty("in").GetString() == "query"))
            {
                var example = parameter.GetProperty("example") is { ValueKind: JsonValueKind.Array } many ? many[0]
                    : parameter.GetProperty("example");
                var address = path.Name.Replace("{id}", "1", StringComparison.Ordinal).Replace("{key}", "gdp...", StringComparison.Ordinal)
                    + $"?{parameter.GetProperty("name").GetString()}={Uri.EscapeDataString(example.ValueKind == JsonValueKind.String ? example.GetString()! : example.GetRawText())}";
                using var response = await api.Client.GetAsync(address);
                Assert.True((int)response.StatusCode is 200 or 404,
                    $"{address}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
            }
        }
    }
}
