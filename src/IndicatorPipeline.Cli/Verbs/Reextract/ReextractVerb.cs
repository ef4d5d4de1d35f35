using IndicatorPipeline.Cli.CommandLine;
using IndicatorPipeline.Cli.Configuration;
using IndicatorPipeline.Cli.Verbs.Ingest;
using IndicatorPipeline.Jobs;

namespace IndicatorPipeline.Cli.Verbs.Reextract;

/// <summary>Runs the re-extraction in this process.</summary>
internal static class ReextractVerb
{
    public static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var configuration = ProgramConfiguration.Read([]);
        await using var jobs = await LocalJobs.OpenAsync(JobOptions.Read(configuration), ProgramConfiguration.ConnectionString(configuration),
            cancellationToken);
        var progress = new IngestProgress([]);
        jobs.Progress = progress;
        var count = await jobs.ReextractAsync(cancellationToken);
        progress.Finish();
        foreach (var failure in progress.Failures)
        {
            Complaint.Say($"{failure.Path}: {failure.Reason}");
        }

        Console.WriteLine($"{count} documents read again: {progress.Observations} observations, {progress.Added} of them new or changed; {progress.Failures.Count} failed.");
        return progress.Failures.Count > 0 ? ExitCode.Failure : ExitCode.Success;
    }
}
