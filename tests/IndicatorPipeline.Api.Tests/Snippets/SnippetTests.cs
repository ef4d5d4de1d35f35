using IndicatorPipeline.Api.Tests.Hosting;
using IndicatorPipeline.Testing;

namespace IndicatorPipeline.Api.Tests.Snippets;

/// <summary>What a user would type, run as it is. A tool that is not installed skips its own snippet.</summary>
[Collection(SeededApiCollection.Name)]
public sealed class SnippetTests(SeededApi api)
{
    private string Server => api.Server.Address.AbsoluteUri.TrimEnd('/');

    [PostgresFact]
    public async Task Curl_reads_json_and_csv_and_chinese_needs_no_encoding()
    {
        var json = await Script.RunAsync("curl", ["-sf", $"{Server}/api/v1/observations?document=000"]);
        Assert.Contains("\"indicator\":\"investment.fixed_asset\"", json.OutputOrThrow(), StringComparison.Ordinal);
        var csv = await Script.RunAsync("curl", ["-sf", "-H", "Accept: text/csv", $"{Server}/api/v1/outcomes?region=山东省&indicator=地区生产总值"]);
        Assert.Contains("山东省2024年政府工作报告", csv.OutputOrThrow(), StringComparison.Ordinal);
    }

    [ToolFact(ToolFactAttribute.Pandas, "python3-pandas")]
    public async Task Pandas_reads_a_series_and_compares_targets_with_outcomes()
    {
        var script = $$"""
            import pandas as pd
            o = pd.read_csv("{{Server}}/api/v1/outcomes.csv?region=370000&indicator=gdp&measure=growth", dtype={"region_code": str})
            o = o.set_index("year")
            assert o.loc[2023, "target_low"] == 5 and o.loc[2023, "outcome_low"] == 5.2, o
            assert o["verdict"].value_counts()["missed"] == 1
            s = pd.read_csv("{{Server}}/api/v1/series/gdp.370000.actual.growth.csv")
            assert list(s["low"]) == [2.3, 8.1, 3.0, 5.2, 4.9], s
            print("fine")
            """;
        var run = await Script.RunAsync("/usr/bin/python3", ["-c", script]);
        Assert.Equal("fine", run.OutputOrThrow().Trim());
    }

    [ToolFact(ToolFactAttribute.R, "r-base-core")]
    public async Task R_reads_targets_against_outcomes_and_keeps_the_zeros_of_codes()
    {
        var script = $$"""
            o <- read.csv("{{Server}}/api/v1/outcomes.csv?region=370000&indicator=gdp&measure=growth", colClasses = c(region_code = "character"), fileEncoding = "UTF-8")
            stopifnot(o$region_code[1] == "370000", o$outcome_low[o$year == 2023] == 5.2, o$target_low[o$year == 2023] == 5, is.na(o$gap[is.na(o$outcome_low)]))
            s <- read.csv("{{Server}}/api/v1/series/gdp.370000.actual.growth.csv")
            stopifnot(all.equal(s$low, c(2.3, 8.1, 3.0, 5.2, 4.9)))
            cat("fine")
            """;
        var run = await Script.RunAsync(ToolFactAttribute.R, ["-e", script]);
        Assert.Equal("fine", run.OutputOrThrow().Trim());
    }

    [ToolFact(ToolFactAttribute.Pandas, "python3-pandas")]
    public async Task Excels_csv_begins_with_a_mark_that_utf8_sig_takes_off()
    {
        var script = $$"""
            import csv, io, urllib.request
            whole = urllib.request.urlopen("{{Server}}/api/v1/outcomes.csv?excel=1&region=370000").read()
            assert whole.startswith(b"\xef\xbb\xbfindicator,"), whole[:20]
            rows = list(csv.DictReader(io.StringIO(whole.decode("utf-8-sig"), newline="")))
            assert rows[0]["region_name"] == "山东省" and all(len(row["region_code"]) == 6 for row in rows)
            print("fine")
            """;
        var run = await Script.RunAsync("/usr/bin/python3", ["-c", script]);
        Assert.Equal("fine", run.OutputOrThrow().Trim());
    }
}
