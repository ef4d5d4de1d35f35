using System.CommandLine;

namespace IndicatorPipeline.Cli.Verbs.Migrate;

/// <summary><c>migrate</c>: the database gets the schema of this program.</summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        var command = new Command("migrate", "Bring the database (ConnectionStrings__Indicators) to the schema of this program.");
        command.SetAction((_, cancellationToken) => MigrateVerb.RunAsync(cancellationToken));
        return command;
    }
}
