using BenchmarkDotNet.Running;
using IndicatorPipeline.Benchmarks.Loading;

// Loading needs a database and measures minutes, not microseconds; everything else is BenchmarkDotNet's.
if (args is ["load", .. var rest]) return await LoadBenchmark.RunAsync(rest);
BenchmarkSwitcher.FromAssembly(typeof(LoadBenchmark).Assembly).Run(args);
return 0;
