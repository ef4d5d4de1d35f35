using IndicatorPipeline.Jobs;
using IndicatorPipeline.Testing;
using Microsoft.Extensions.Logging;

namespace IndicatorPipeline.Storage.Tests.Jobs;

/// <summary>A worker that is stopped when it has nothing left to do.</summary>
internal static class WorkerRun
{
    /// <summary>Runs a worker until no document waits for its extraction.</summary>
    public static async Task UntilNothingWaitsAsync(TestDatabase database, string connectionString, Action<ILoggingBuilder> configureLogging)
    {
        using var stop = new CancellationTokenSource();
        var options = new JobOptions { SweepInterval = TimeSpan.FromSeconds(1), Threads = 1 };
        var worker = Task.Run(() => Worker.RunAsync(options, connectionString, configureLogging, stop.Token));
        while (!worker.IsCompleted && await database.Source.QueryAsync("select count(*)::text from mart.document where pending") != "0")
            await Task.Delay(200);
        await stop.CancelAsync();
        await worker;
    }
}
