using BenchmarkDotNet.Running;
using IndicatorPipeline.Benchmarks.Corpora;
using IndicatorPipeline.Benchmarks.Loading;
using IndicatorPipeline.Benchmarks.Profiles;
using IndicatorPipeline.Benchmarks.Stages;

// The first word says what to do; everything else is BenchmarkDotNet's.
switch (args)
{
    case ["load", .. var rest]:
        return await LoadBenchmark.RunAsync(rest);
    case ["corpus", var folder, var megabytes, var target]:
        return CorpusWriter.Write(folder, megabytes, target);
    case ["sentences", var corpus, var count, var target]:
        return SentenceWriter.Write(corpus, count, target);
    case ["hostile", var folder, var corpus]:
        return HostileTexts.Write(folder, corpus);
    case ["profile", var profile, var assembly, var target]:
        return ProfileImage.Write(profile, assembly, target);
    case ["passes", var corpus, var times]:
        return Passes.Run(corpus, times);
    case ["stages"]:
        return StageTable.Print();
    default:
        BenchmarkSwitcher.FromAssembly(typeof(LoadBenchmark).Assembly).Run(args);
        return 0;
}
