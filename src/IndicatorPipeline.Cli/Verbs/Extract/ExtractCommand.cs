using System.CommandLine;
using IndicatorPipeline.Cli.CommandLine;

namespace IndicatorPipeline.Cli.Verbs.Extract;

/// <summary><c>extract</c>: documents in, observations out, no database.</summary>
internal static class ExtractCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("path")
        {
            Arity = ArgumentArity.ZeroOrMore,
            Description = "Files or folders to read; - is standard input",
        }.RefusingOptions();
        var format = new Option<string>("--format", "-f") { Description = "jsonl, csv or table", DefaultValueFactory = _ => "jsonl" };
        var input = new Option<string?>("--input")
        {
            Description = "jsonl: standard input (or the files) hold lines of {\"id\",\"text\",\"title\"?,\"date\"?,\"region\"?}",
        };
        var date = new Option<string?>("--date") { Description = "The day of the speech, YYYY-MM-DD" };
        var region = new Option<string?>("--region") { Description = "The speaker's region: six digits of GB/T 2260, CN, or a name" };
        var command = new Command("extract", "Read documents and print their observations; no database needed.")
        {
            paths, format, input, date, region,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            var typed = new ExtractArguments(
                parsed.GetValue(paths) ?? [],
                parsed.GetValue(format)!,
                parsed.GetValue(input),
                parsed.GetValue(date),
                parsed.GetValue(region));
            return ExtractVerb.RunAsync(ExtractRequest.From(typed), cancellationToken);
        });
        return command;
    }
}
