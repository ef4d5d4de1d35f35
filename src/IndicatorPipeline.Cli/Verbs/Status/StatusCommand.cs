using System.CommandLine;

namespace IndicatorPipeline.Cli.Verbs.Status;

/// <summary><c>status</c>: what is stored, what ran, what failed.</summary>
internal static class StatusCommand
{
    public static Command Create()
    {
        var command = new Command("status", "Show what is stored, what ran and what failed.");
        command.SetAction((_, cancellationToken) => StatusVerb.RunAsync(cancellationToken));
        return command;
    }
}
