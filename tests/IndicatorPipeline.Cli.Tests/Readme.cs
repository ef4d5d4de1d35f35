using System.Text.Json;
using IndicatorPipeline.Testing;

namespace IndicatorPipeline.Cli.Tests;

/// <summary>What the README shows is what happens.</summary>
public sealed class Readme
{
    private static readonly string Text = File.ReadAllText(Repository.File("README.md"));

    [Fact]
    public async Task The_worked_sentence_gives_the_row_that_is_shown()
    {
        Assert.Contains("explain \"今年地区生产总值增长5%左右。\" --date 2025-01-20 --region 山东省", Text, StringComparison.Ordinal);
        Assert.Contains("| `gdp` (地区生产总值) | `growth` | 5 | 5 | `~` (左右) | `%` | `target` | 2025 | `own` | 370000 | `5%` |", Text,
            StringComparison.Ordinal);

        var result = await Program.RunAsync(["explain", "今年地区生产总值增长5%左右。", "--date", "2025-01-20", "--region", "山东省", "--format", "json"]);

        var row = Assert.Single(JsonDocument.Parse(result.OutputOrThrow()).RootElement.GetProperty("observations").EnumerateArray());
        string[] fields =
            ["indicator", "measure", "low", "high", "bound", "unit", "status", "period_start", "scope", "region_code", "value_text"];
        Assert.Equal(
            "gdp growth 5 5 ~ % target 2025 own 370000 5%",
            string.Join(' ', fields.Select(name => row.GetProperty(name).ToString())));
    }

    [Fact]
    public async Task Every_verb_it_names_is_there()
    {
        var help = (await Program.RunAsync(["--help"])).OutputOrThrow();

        foreach (var verb in new[] { "extract", "explain", "evaluate", "migrate", "ingest", "query", "work", "status", "reextract" })
        {
            Assert.Contains($"  {verb} ", help, StringComparison.Ordinal);
            Assert.Contains(verb, Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_file_it_links_to_is_there()
    {
        foreach (var link in System.Text.RegularExpressions.Regex.Matches(Text, @"\]\((?!http)([^)#]+)\)").Select(match => match.Groups[1].Value))
        {
            Assert.True(Path.Exists(Repository.File(link)), link);
        }
    }
}
