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
    public static RootCommand Create() => new("Reads what governments promised and reached, from their speeches, as a table of indicators.")
    {
        ExtractCommand.Create(),
        ExplainCommand.Create(),
        EvaluateCommand.Create(),
        MigrateCommand.Create(),
        IngestCommand.Create(),
        ReextractCommand.Create(),
        QueryCommand.Create(),
        WorkCommand.Create(),
        StatusCommand.Create(),
    };

    /// <summary>Runs the verb that <paramref name="args"/> name and returns what to tell the shell. Every error is one line on standard error.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var root = Create();
        var parsed = root.Parse(args.Length == 0 ? ["--help"] : args);
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpAction)
        {
            return Complaint.Say(UsageMessages.For(parsed, args), ExitCode.Usage);
        }

        using var stop = new StopSignals();
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, stop.Token);
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
}
