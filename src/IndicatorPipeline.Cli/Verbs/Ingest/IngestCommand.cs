using System.CommandLine;
using IndicatorPipeline.Cli.CommandLine;

namespace IndicatorPipeline.Cli.Verbs.Ingest;

/// <summary><c>ingest</c>: documents into the database, now.</summary>
internal static class IngestCommand
{
    public static Command Create()
    {
        var sources = new Argument<string[]>("path")
        {
            Arity = ArgumentArity.OneOrMore,
            Description = "Files, folders, patterns (reports/**/*.docx) or addresses",
        }.RefusingOptions();
        var jobs = new Option<string?>("--jobs", "-j") { Description = "Batches extracted at the same time; the number of processors if not given" };
        var command = new Command("ingest", "Read documents into the database; what is known already is left alone.") { sources, jobs };
        command.SetAction((parsed, cancellationToken) =>
        {
            var typed = new IngestArguments(parsed.GetValue(sources)!, parsed.GetValue(jobs));
            return IngestVerb.RunAsync(IngestRequest.From(typed), cancellationToken);
        });
        return command;
    }
}
