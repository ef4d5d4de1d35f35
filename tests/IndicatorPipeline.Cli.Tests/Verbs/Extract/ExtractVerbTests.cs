using System.Text.Json;
using IndicatorPipeline.Testing;

namespace IndicatorPipeline.Cli.Tests.Verbs.Extract;

public sealed class ExtractVerbTests
{
    private const string Speech = "2024年，全县地区生产总值完成188亿元，增长6.5%。2025年，全县地区生产总值增长6%以上，固定资产投资达到300亿元。";

    [Fact]
    public async Task Every_span_is_the_text_it_names()
    {
        var result = await Program.RunAsync(["extract", "-"], Speech);

        var observations = Lines(result.OutputOrThrow());
        Assert.Equal(4, observations.Count);
        Assert.All(observations, observation => Assert.Equal(
            observation.GetProperty("value_text").GetString(),
            Speech[observation.GetProperty("start").GetInt32()..observation.GetProperty("end").GetInt32()]));
    }

    [Fact]
    public async Task A_line_has_the_names_that_outside_readers_rely_on_in_their_order()
    {
        var line = Lines((await Program.RunAsync(["extract", "-"], Speech)).OutputOrThrow())[0];

        Assert.Equal(
            "document, speech, start, end, quote, value_text, indicator, indicator_text, measure, low, high, bound, unit, status, period_start, period_end, period_part, scope, place, region_code, rule, confidence, modality, open_indicator",
            string.Join(", ", line.EnumerateObject().Select(property => property.Name)));
    }

    [Fact]
    public async Task The_date_and_the_region_given_count()
    {
        var line = Lines((await Program.RunAsync(["extract", "-", "--date", "2019-01-20", "--region", "山东省"], "今年地区生产总值增长6.5%。")).OutputOrThrow())[0];

        Assert.Equal(2019, line.GetProperty("period_start").GetInt32());
        Assert.Equal("370000", line.GetProperty("region_code").GetString());
    }

    [Fact]
    public async Task Lines_in_one_stream_give_what_the_documents_give_one_by_one()
    {
        var samples = Directory.GetFiles(Repository.File("db/samples"), "*2025*.txt").Order(StringComparer.Ordinal).ToList();
        var documents = samples.Select(path => new { id = Path.GetFileNameWithoutExtension(path), text = File.ReadAllText(path) });
        var lines = string.Concat(documents.Select(document => JsonSerializer.Serialize(document) + "\n"));

        var streamed = (await Program.RunAsync(["extract", "--input", "jsonl"], lines)).OutputOrThrow();
        var single = (await Program.RunAsync(["extract", .. samples])).OutputOrThrow();

        Assert.NotEmpty(samples);
        Assert.NotEmpty(streamed);
        Assert.Equal(single, streamed);
    }

    [Fact]
    public async Task Two_processes_that_share_the_lines_give_what_one_gives()
    {
        var lines = Enumerable.Range(0, 200)
            .Select(i => JsonSerializer.Serialize(new { id = $"d{i:D3}", text = Speech.Replace("300", $"{i + 1}", StringComparison.Ordinal) }))
            .ToList();

        var one = (await Program.RunAsync(["extract", "--input", "jsonl"], string.Join('\n', lines))).OutputOrThrow();
        var halves = await Task.WhenAll(
            Program.RunAsync(["extract", "--input", "jsonl"], string.Join('\n', lines.Take(77))),
            Program.RunAsync(["extract", "--input", "jsonl"], string.Join('\n', lines.Skip(77))));

        Assert.Equal(one, halves[0].OutputOrThrow() + halves[1].OutputOrThrow());
    }

    [Fact]
    public async Task A_bad_line_is_named_the_rest_is_read_and_the_exit_code_says_so()
    {
        var result = await Program.RunAsync(["extract", "--input", "jsonl"], $$"""
            {"id":"a","text":"{{Speech}}"}
            not json
            {"id":"b"}

            {"id":"c","text":"{{Speech}}","date":"yesterday"}
            {"id":"d","text":"{{Speech}}","extra":{"deep":[1,2] } }
            {"id":"e","text":"\ud800"}
            ["f"]
            """);

        Assert.Equal(1, result.ExitCode);
        Assert.Equal(
            ["line 2", "line 3", "line 5", "line 7", "line 8"],
            result.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => string.Join(' ', line.Split(' ').Skip(1).Take(2))));
        Assert.Equal(["a", "d"], Lines(result.Output).Select(line => line.GetProperty("document").GetString()!).Distinct());
    }

    [Fact]
    public async Task A_reader_that_has_read_enough_ends_the_program_quietly()
    {
        using var folder = new TemporaryFolder();
        var lines = folder.Write("many.jsonl", string.Concat(Enumerable.Repeat(JsonSerializer.Serialize(new { id = "a", text = Speech }) + "\n",
            20_000)));

        var result = await Script.RunAsync("bash", ["-c", "set -o pipefail; dotnet \"$0\" extract --input jsonl \"$1\" | head -n 1 >/dev/null",
            Path.Combine(AppContext.BaseDirectory, "indicators.dll"), lines]);

        Assert.Equal(0, result.ExitCode);
        Assert.Equal("", result.Errors);
    }

    [Fact]
    public async Task Comma_separated_values_hold_the_same_rows()
    {
        var csv = (await Program.RunAsync(["extract", "-", "--format", "csv"], Speech)).OutputOrThrow();

        var rows = csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(5, rows.Length);
        Assert.StartsWith("document,speech,start,end,quote,value_text", rows[0], StringComparison.Ordinal);
        Assert.StartsWith("stdin,1,", rows[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_table_shows_every_value()
    {
        var table = (await Program.RunAsync(["extract", "-", "--format", "table"], Speech)).OutputOrThrow();

        foreach (var value in new[] { "188亿元", "6.5%", "≥ 6%", "300亿元", "地区生产总值" })
        {
            Assert.Contains(value, table, StringComparison.Ordinal);
        }
    }

    private static List<JsonElement> Lines(string output) =>
        [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
}
