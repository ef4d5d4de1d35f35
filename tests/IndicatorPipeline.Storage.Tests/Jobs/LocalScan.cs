using System.Collections.Concurrent;
using IndicatorPipeline.Jobs;
using IndicatorPipeline.Jobs.Extracting;
using IndicatorPipeline.Jobs.Scanning;
using IndicatorPipeline.Jobs.Scheduling.Direct;
using IndicatorPipeline.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace IndicatorPipeline.Storage.Tests.Jobs;

/// <summary>The job bodies over one database, with a queue that works in this process; and a folder to scan.</summary>
internal sealed class LocalScan : IAsyncDisposable
{
    private readonly ServiceProvider _provider;
    private readonly DirectQueue _queue = new(2);
    private readonly Told<ExtractedBatch> _extracted = new();

    public LocalScan(TestDatabase database, string? folder = null, IJobQueue? queue = null)
    {
        Folder = folder ?? Directory.CreateTempSubdirectory("indicators-").FullName;
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(database.Source);
        services.AddSingleton(new JobOptions { BatchSize = 3 });
        services.AddSingleton(queue ?? _queue);
        services.AddSingleton<IProgress<ExtractedBatch>>(_extracted);
        services.AddJobs();
        _provider = services.BuildServiceProvider();
        _queue.Runner = _provider.GetRequiredService<JobRunner>();
    }

    public string Folder { get; }

    /// <summary>What the extraction of batches told.</summary>
    public IReadOnlyCollection<ExtractedBatch> Extracted => _extracted.All;

    public void Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    /// <summary>Scans the folder, or what is named of it, and extracts all that is new.</summary>
    public async Task<(ScanSummary Summary, IReadOnlyList<ScanStep> Steps)> ScanAsync(params string[] names)
    {
        var steps = new Told<ScanStep>();
        var sources = names.Length == 0 ? [Folder] : names.Select(name => Path.Combine(Folder, name)).ToList();
        var summary = await _provider.GetRequiredService<ScanSources>()
            .ScanAsync(new ScanRequest("ingest", sources, []), steps, CancellationToken.None);
        await _queue.DrainAsync();
        return (summary, [.. steps.All]);
    }

    /// <summary>Carries out a request as a worker does.</summary>
    public async Task RunAsync(JobRequest request, bool recovering = false)
    {
        await _provider.GetRequiredService<JobRunner>().RunAsync(request, CancellationToken.None, recovering);
        await _queue.DrainAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _provider.DisposeAsync();
        _queue.Dispose();
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private sealed class Told<T> : IProgress<T>
    {
        public ConcurrentQueue<T> All { get; } = [];

        public void Report(T value) => All.Enqueue(value);
    }
}
