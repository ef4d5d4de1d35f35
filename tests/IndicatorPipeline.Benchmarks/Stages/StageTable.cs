using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;

namespace IndicatorPipeline.Benchmarks.Stages;

/// <summary>Runs the benchmark of the stages and prints each one's share of the way from bytes to lines.</summary>
internal static class StageTable
{
    /// <summary>Prints a table; 1 where a stage could not be measured.</summary>
    public static int Print()
    {
        using var complaints = new StreamWriter(Console.OpenStandardError());
        // In this process: building a project for each stage would take minutes and measure the same.
        var config = ManualConfig.CreateEmpty()
            .AddJob(Job.ShortRun.WithToolchain(InProcessNoEmitToolchain.Instance).WithIterationCount(7).WithClock(new ProcessorClock()))
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddLogger(new StreamLogger(complaints))
            .WithOptions(ConfigOptions.DisableOptimizationsValidator);
        var summary = BenchmarkRunner.Run<StageBenchmark>(config);
        var reports = summary.Reports.Where(report => report.ResultStatistics is not null)
            .ToDictionary(report => report.BenchmarkCase.Descriptor.WorkloadMethod.Name, StringComparer.Ordinal);
        if (reports.Count < 7) return 1;
        var extract = Time(reports[nameof(StageBenchmark.Extract)]);
        var numerals = Time(reports[nameof(StageBenchmark.Numerals)]);
        var tokens = Time(reports[nameof(StageBenchmark.NumeralsAndTokens)]) - numerals;
        var fold = Time(reports[nameof(StageBenchmark.Fold)]);
        var split = Time(reports[nameof(StageBenchmark.Split)]);
        var read = Time(reports[nameof(StageBenchmark.ReadJson)]);
        var write = Time(reports[nameof(StageBenchmark.WriteJson)]);
        var all = read + extract + write;
        Console.WriteLine("| stage | ms | share |");
        Console.WriteLine("| --- | ---: | ---: |");
        Row("JSON to text", read, all);
        Row("splitting into speeches", split, all);
        Row("folding", fold, all);
        Row("numerals", numerals, all);
        Row("tokens", tokens, all);
        Row("binding, resolution, the rest", extract - split - fold - numerals - tokens, all);
        Row("observations to JSON", write, all);
        Row("all", all, all);
        return 0;
    }

    // In milliseconds.
    private static double Time(BenchmarkReport report) => report.ResultStatistics!.Mean / 1e6;

    private static void Row(string stage, double time, double all) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {stage} | {time:F1} | {time / all:P0} |"));
}
