using System.CommandLine;

namespace IndicatorPipeline.Cli.Verbs.Explain;

/// <summary><c>explain</c>: how a sentence becomes observations.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        var sentence = new Argument<string>("sentence") { Description = "The sentence; - reads one a line from standard input" };
        var date = new Option<string?>("--date") { Description = "The day it was said, YYYY-MM-DD" };
        var region = new Option<string?>("--region") { Description = "The speaker's region: six digits of GB/T 2260, CN, or a name" };
        var format = new Option<string>("--format", "-f") { Description = "tree or json", DefaultValueFactory = _ => "tree" };
        var command = new Command("explain", "Show what is recognised in a sentence and what follows from it.") { sentence, date, region, format };
        command.SetAction((parsed, cancellationToken) =>
        {
            var typed = new ExplainArguments(parsed.GetValue(sentence)!, parsed.GetValue(date), parsed.GetValue(region), parsed.GetValue(format)!);
            return Task.FromResult(ExplainVerb.Run(ExplainRequest.From(typed), cancellationToken));
        });
        return command;
    }
}
