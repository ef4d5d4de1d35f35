using IndicatorPipeline.Jobs;
using IndicatorPipeline.Jobs.Extracting;
using IndicatorPipeline.Jobs.Keeping;
using IndicatorPipeline.Jobs.Scanning;
using IndicatorPipeline.Jobs.Scheduling.Direct;
using IndicatorPipeline.Storage;
using IndicatorPipeline.Storage.Copies;
using IndicatorPipeline.Storage.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace IndicatorPipeline.Cli.Verbs.Ingest;

/// <summary>The job bodies with a queue that works in this process: for a person who waits for the result.</summary>
internal sealed class LocalJobs : IAsyncDisposable, IProgress<ExtractedBatch>
{
    private readonly NpgsqlDataSource _database;
    private readonly ServiceProvider _provider;
    private readonly DirectQueue _queue;

    private LocalJobs(NpgsqlDataSource database, JobOptions options)
    {
        _database = database;
        _queue = new DirectQueue(options.Threads);
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        services.AddSingleton(database);
        services.AddSingleton(options);
        services.AddSingleton<IJobQueue>(_queue);
        services.AddSingleton<IProgress<ExtractedBatch>>(this);
        services.AddJobs();
        _provider = services.BuildServiceProvider();
        _queue.Runner = _provider.GetRequiredService<JobRunner>();
    }

    /// <summary>Told of every batch that was extracted.</summary>
    public IProgress<ExtractedBatch>? Progress { get; set; }

    /// <exception cref="SchemaVersionException">The database has not been migrated, or is of a newer program.</exception>
    public static async Task<LocalJobs> OpenAsync(JobOptions options, string connectionString, CancellationToken cancellationToken)
    {
        var database = Database.Open(connectionString);
        try
        {
            await new Migrator(database).EnsureStorableAsync(cancellationToken);
            return new LocalJobs(database, options);
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <summary>Scans and extracts, also what an ingestion left behind that was ended within; returns when all is stored.</summary>
    public async Task<ScanSummary> ScanAsync(ScanRequest request, IProgress<ScanStep> progress, CancellationToken cancellationToken)
    {
        var lost = _provider.GetRequiredService<LostWork>();
        await lost.EndDeadRunsAsync(cancellationToken);
        var summary = await _provider.GetRequiredService<ScanSources>().ScanAsync(request, progress, cancellationToken);
        await _queue.DrainAsync();
        // Who calls this may have no worker whose sweep would do it.
        await lost.HandOutAsync(request.Sources, cancellationToken);
        await _queue.DrainAsync();
        await lost.SettleAsync(cancellationToken);
        return summary;
    }

    /// <summary>Documents of a scan that repeat others.</summary>
    public Task<IReadOnlyList<RepeatedDocument>> ListCopiesAsync(long runId, CancellationToken cancellationToken) =>
        new CopyStore(_database).ListOfRunAsync(runId, cancellationToken);

    /// <summary>Reads again what older rules have read; returns how many documents, when all is stored.</summary>
    public async Task<int> ReextractAsync(CancellationToken cancellationToken)
    {
        var count = await _provider.GetRequiredService<Jobs.Extracting.Reextract>().HandOutAsync(cancellationToken);
        await _queue.DrainAsync();
        await _provider.GetRequiredService<LostWork>().SettleAsync(cancellationToken);
        return count;
    }

    void IProgress<ExtractedBatch>.Report(ExtractedBatch value) => Progress?.Report(value);

    public async ValueTask DisposeAsync()
    {
        await _provider.DisposeAsync();
        _queue.Dispose();
        await _database.DisposeAsync();
    }
}
