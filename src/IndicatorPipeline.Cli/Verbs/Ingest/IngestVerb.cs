using IndicatorPipeline.Cli.CommandLine;
using IndicatorPipeline.Cli.Output;
using IndicatorPipeline.Jobs.Scanning;

namespace IndicatorPipeline.Cli.Verbs.Ingest;

/// <summary>Runs the same job as the nightly scan, in this process, and shows what it does.</summary>
internal static class IngestVerb
{
    public static async Task<int> RunAsync(IngestRequest request, CancellationToken cancellationToken)
    {
        await using var jobs = await LocalJobs.OpenAsync(request.Options, request.ConnectionString, cancellationToken);
        var progress = new IngestProgress(request.Sources);
        jobs.Progress = progress;
        var summary = await jobs.ScanAsync(new ScanRequest("ingest", request.Sources, []), progress, cancellationToken);
        progress.Finish();
        IngestReport.Write(summary, await jobs.ListCopiesAsync(summary.RunId, cancellationToken), progress,
            Terminal.ForOutput(StandardOutput.Open()));
        return summary.Failed + progress.Failures.Count > 0 ? ExitCode.Failure : ExitCode.Success;
    }
}
