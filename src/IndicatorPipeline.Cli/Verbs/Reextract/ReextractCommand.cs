using System.CommandLine;

namespace IndicatorPipeline.Cli.Verbs.Reextract;

/// <summary><c>reextract</c>: after an upgrade, stored texts are read again by the newer rules.</summary>
internal static class ReextractCommand
{
    public static Command Create()
    {
        var command = new Command("reextract", "Read stored documents again that older rules have read; runs beside normal work.");
        command.SetAction((_, cancellationToken) => ReextractVerb.RunAsync(cancellationToken));
        return command;
    }
}
