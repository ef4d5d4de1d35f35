using IndicatorPipeline.Testing;

namespace IndicatorPipeline.Cli.Tests.Verbs.Query;

/// <summary>From files to answers, by the program alone.</summary>
public sealed class QueryVerbTests
{
    [PostgresFact]
    public async Task The_samples_answer_what_was_promised_and_what_was_reached()
    {
        await using var database = await TestDatabase.CreateAsync();
        var environment = new Dictionary<string, string?> { ["ConnectionStrings__Indicators"] = database.ConnectionString, ["COLUMNS"] = "200" };
        async Task<string> RunAsync(params string[] arguments) => (await Program.RunAsync(arguments, environment: environment)).OutputOrThrow();

        var ingested = await RunAsync("ingest", Repository.File("db/samples"));
        Assert.Contains("│   14 │  14 │", ingested, StringComparison.Ordinal);
        var again = await RunAsync("ingest", Repository.File("db/samples"));
        Assert.Contains("│   14 │   0 │       0 │        14 │", again, StringComparison.Ordinal);

        var chart = await RunAsync("query", "outcomes", "--indicator", "gdp", "--region", "山东省", "--measure", "growth", "--chart");
        Assert.Contains("2023", chart, StringComparison.Ordinal);
        Assert.Contains("promised ≥ 5%, reached 6.2%  met", chart, StringComparison.Ordinal);

        var csv = await RunAsync("query", "--indicator", "gdp", "--region", "370000", "--year", "2025", "--status", "target", "--csv");
        Assert.Contains(",gdp,地区生产总值,growth,5,5,>=,%,target,2025,2025,", csv, StringComparison.Ordinal);

        csv = await RunAsync("query", "--indicator", "新能源汽车产量", "--csv");
        Assert.Contains(",confidence,open_indicator", csv, StringComparison.Ordinal);
        Assert.Contains(",product.new_energy_vehicles", csv, StringComparison.Ordinal);

        Assert.Contains("14 documents (0 waiting", await RunAsync("status"), StringComparison.Ordinal);
        Assert.StartsWith("0 documents read again", await RunAsync("reextract"), StringComparison.Ordinal);
    }

    [PostgresFact]
    public async Task Changed_moved_and_missing_files_are_told_apart()
    {
        await using var database = await TestDatabase.CreateAsync();
        using var folder = new TemporaryFolder();
        var environment = new Dictionary<string, string?> { ["ConnectionStrings__Indicators"] = database.ConnectionString, ["COLUMNS"] = "200" };
        foreach (var name in new[] { "same", "changed", "moved", "gone" })
        {
            folder.Write(name + ".txt", $"{name}：2024年，全县地区生产总值增长6%。");
        }

        (await Program.RunAsync(["ingest", folder.Path], environment: environment)).OutputOrThrow();
        folder.Write("changed.txt", "2024年，全县地区生产总值增长7%。");
        Directory.CreateDirectory(Path.Combine(folder.Path, "archive"));
        File.Move(Path.Combine(folder.Path, "moved.txt"), Path.Combine(folder.Path, "archive/moved.txt"));
        File.Delete(Path.Combine(folder.Path, "gone.txt"));
        folder.Write("bad.txt", "");

        var result = await Program.RunAsync(["ingest", folder.Path], environment: environment);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("│    4 │   0 │       1 │         1 │     1 │    1 │      0 │      1 │", result.Output, StringComparison.Ordinal);
        Assert.Contains("no bytes", result.Output, StringComparison.Ordinal);
    }
}
