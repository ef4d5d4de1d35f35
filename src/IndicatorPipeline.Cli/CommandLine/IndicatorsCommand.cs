using System.CommandLine;
using System.CommandLine.Help;
using IndicatorPipeline.Cli.Output;
using IndicatorPipeline.Cli.Verbs.Evaluate;
using IndicatorPipeline.Cli.Verbs.Explain;
using IndicatorPipeline.Cli.Verbs.Extract;
using IndicatorPipeline.Cli.Verbs.Ingest;
using IndicatorPipeline.Cli.Verbs.Migrate;
using IndicatorPipeline.Cli.Verbs.Query;
using IndicatorPipeline.Cli.Verbs.Reextract;
using IndicatorPipeline.Cli.Verbs.Status;
using IndicatorPipeline.Cli.Verbs.Work;

namespace IndicatorPipeline.Cli.CommandLine;

/// <summary>The program's table of contents: its verbs, and what happens to their errors.</summary>
internal static class IndicatorsCommand
{
    private static readonly (string Name, Func<Command> Create)[] Verbs =
    [
        ("extract", ExtractCommand.Create),
        ("explain", ExplainCommand.Create),
        ("evaluate", EvaluateCommand.Create),
        ("migrate", MigrateCommand.Create),
        ("ingest", IngestCommand.Create),
        ("reextract", ReextractCommand.Create),
        ("query", QueryCommand.Create),
        ("work", WorkCommand.Create),
        ("status", StatusCommand.Create),
    ];

    public static RootCommand Create()
    {
        var root = new RootCommand("Reads what governments promised and reached, from their speeches, as a table of indicators.");
        foreach (var verb in Verbs) root.Add(verb.Create());
        return root;
    }

    /// <summary>Runs the verb that <paramref name="args"/> name and returns what to tell the shell. Every error is one line on standard
    /// error.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var parsed = Parse(args);
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpAction)
        {
            return Complaint.Say(UsageMessages.For(parsed, args), ExitCode.Usage);
        }

        using var stop = new StopSignals();
        try
        {
            var handling = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
            return await parsed.InvokeAsync(handling, stop.Token);
        }
        catch (CommandFailedException failure)
        {
            return Complaint.Say(failure.Message, failure.ExitCode);
        }
        catch (BrokenPipeException)
        {
            // Whoever read the output has read enough (`| head`): that is no failure of ours.
            return ExitCode.Success;
        }
        catch (OperationCanceledException) when (stop.Token.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
        catch (Exception exception) when (OutsideFailures.TryExplain(exception) is { } message)
        {
            return Complaint.Say(message, ExitCode.Failure);
        }
    }

    /// <summary>
    /// Mostly the verb alone understands its line. The whole program, whose other verbs and help take longer to make than a short text to read, is
    /// asked for help and for what is wrong.
    /// </summary>
    private static ParseResult Parse(string[] args)
    {
        if (args.Length == 0) return Create().Parse(["--help"]);
        var verb = Array.Exists(args, AsksForHelp) ? default : Array.Find(Verbs, verb => verb.Name == args[0]);
        return verb.Create?.Invoke().Parse(args) is { Errors.Count: 0 } parsed ? parsed : Create().Parse(args);
    }

    private static bool AsksForHelp(string arg) => arg is "--help" or "-h" or "-?" or "/h" or "/?" or "--version";
}
