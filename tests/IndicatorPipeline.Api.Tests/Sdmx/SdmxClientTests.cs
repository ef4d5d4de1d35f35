using System.Text.Json;
using IndicatorPipeline.Api.Tests.Formats;
using IndicatorPipeline.Api.Tests.Hosting;
using IndicatorPipeline.Testing;

namespace IndicatorPipeline.Api.Tests.Sdmx;

/// <summary>The SDMX part as clients read it that others wrote.</summary>
[Collection(SeededApiCollection.Name)]
public sealed class SdmxClientTests(SeededApi api)
{
    private static readonly string[] Growth = ["2020 2.3", "2021 8.1", "2022 3", "2023 5.2", "2024 4.9"];

    private string Server => api.Server.Address.AbsoluteUri.TrimEnd('/');

    [ToolFact(ToolFactAttribute.Npm, "Node.js")]
    public async Task The_packages_sdmx_rest_and_sdmx_json_parser_understand_every_version()
    {
        var folder = Directory.CreateTempSubdirectory("indicators-sdmx-");
        try
        {
            foreach (var file in Directory.GetFiles(Repository.File("tests/IndicatorPipeline.Api.Tests/Sdmx/Clients")))
            {
                File.Copy(file, Path.Combine(folder.FullName, Path.GetFileName(file)));
            }

            (await Script.RunAsync("npm", ["ci", "--prefix", folder.FullName, "--no-audit", "--no-fund", "--ignore-scripts"])).OutputOrThrow();
            var run = await Script.RunAsync("node", [Path.Combine(folder.FullName, "read.mjs"), Server]);
            var result = JsonDocument.Parse(run.OutputOrThrow()).RootElement;

            var answers = result.GetProperty("answers").EnumerateArray().ToList();
            Assert.Equal(4, answers.Count);
            Assert.All(answers, answer => Assert.Equal(Growth, Csv.Read(answer.GetString()!).Skip(1).Select(row => $"{row[7]} {row[8]}")));
            Assert.All(result.GetProperty("lists").EnumerateArray(), list => Assert.Contains("estimate", list.GetString(), StringComparison.Ordinal));
            Assert.Contains("400", result.GetProperty("refused").GetString(), StringComparison.Ordinal);
            Assert.Equal(["INDICATOR", "REF_AREA", "STATUS", "MEASURE", "TIME_PERIOD"],
                result.GetProperty("dimensions").EnumerateArray().Select(id => id.GetString()));
            var data = result.GetProperty("data").EnumerateArray().Where(value => value.GetProperty("REF_AREA").GetString() == "Shandong").ToList();
            Assert.Equal(Growth, data.Select(value => $"{value.GetProperty("TIME_PERIOD").GetString()} {value.GetProperty("value")}")
                .Order(StringComparer.Ordinal));
            Assert.All(data, value => Assert.Equal("Percent", value.GetProperty("UNIT_MEASURE").GetString()));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [ToolFact(ToolFactAttribute.Rsdmx, "r-cran-rsdmx")]
    public async Task The_package_rsdmx_reads_data_code_lists_and_the_structure()
    {
        var run = await Script.RunAsync(ToolFactAttribute.R, [Repository.File("tests/IndicatorPipeline.Api.Tests/Sdmx/Clients/read.R"), Server]);
        Assert.Equal(
            [.. Growth.Select(value => $"value {value} gdp 370000 %"), "code target", "code actual", "code estimate", "dimension INDICATOR",
                "dimension REF_AREA", "dimension STATUS", "dimension MEASURE"],
            run.OutputOrThrow().Trim().Split('\n'));
    }
}
