using IndicatorPipeline.Extraction;
using IndicatorPipeline.Storage.Copies;
using IndicatorPipeline.Storage.Runs;
using IndicatorPipeline.Testing;

namespace IndicatorPipeline.Storage.Tests.Copies;

public sealed class CopiesOfRunTests
{
    [PostgresFact]
    public async Task A_run_names_what_repeats_or_is_repeated_by_the_documents_it_stored()
    {
        await using var database = await TestDatabase.CreateAsync();
        var runs = new RunStore(database.Source);
        var (before, now) = (await runs.StartAsync("ingest", "test", 1, default), await runs.StartAsync("ingest", "test", 1, default));
        await database.SaveAsync(Report("b-first", 1), runId: before);
        await database.SaveAsync(Report("c-again", 1), runId: before);
        await database.SaveAsync(Report("x-other", 2), runId: before);
        await database.SaveAsync(Report("d-copy", 1), runId: now);
        await database.SaveAsync(Report("a-another", 2), runId: now);
        await database.SaveAsync(Report("e-single", 3), runId: now);

        var copies = await new CopyStore(database.Source).ListOfRunAsync(now, default);
        Assert.Equal([("d-copy.txt", "b-first.txt"), ("x-other.txt", "a-another.txt")], copies.Select(copy => (copy.Path, copy.OriginalPath)));
        Assert.All(copies, copy => Assert.Equal(("exact", 1, 1, 1m), (copy.Kind, copy.Copies, copy.Speeches, copy.Similarity)));
    }

    private static ReportBuilder Report(string id, int factor)
    {
        var report = new ReportBuilder(id, "370000", 2025);
        foreach (var (indicator, name) in new[] { ("gdp", "地区生产总值"), ("investment.fixed_asset", "固定资产投资"), ("trade.exports", "出口"),
            ("trade.total", "进出口"), ("agriculture.grain_output", "粮食总产量") })
            report.State($"{name}增长{factor * name.Length}.{factor}%。", $"{factor * name.Length}.{factor}%", indicator,
                (factor * name.Length) + (factor / 10m), Status.Actual, 2024);
        return report;
    }
}
