using IndicatorPipeline.Cli.CommandLine;
using IndicatorPipeline.Cli.Configuration;
using IndicatorPipeline.Storage;
using IndicatorPipeline.Storage.Migrations;

namespace IndicatorPipeline.Cli.Verbs.Migrate;

/// <summary>Applies the missing steps and says which.</summary>
internal static class MigrateVerb
{
    public static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var database = Database.Open(ProgramConfiguration.ConnectionString(ProgramConfiguration.Read([])));
        var report = await new Migrator(database).MigrateAsync(cancellationToken);
        foreach (var warning in report.Warnings)
        {
            Complaint.Say(warning);
        }

        Console.WriteLine(report switch
        {
            { Applied.Count: 0 } => $"The database has schema version {report.To}; nothing to do.",
            { From: 0 } => $"The database was empty and has schema version {report.To} now.",
            _ => $"The database went from schema version {report.From} to {report.To}: {string.Join(", ", report.Applied)}.",
        });
        return ExitCode.Success;
    }
}
