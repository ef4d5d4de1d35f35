using System.CommandLine;
using IndicatorPipeline.Cli.CommandLine;

namespace IndicatorPipeline.Cli.Verbs.Evaluate;

/// <summary><c>evaluate</c>: the engine against observations that people annotated.</summary>
internal static class EvaluateCommand
{
    public static Command Create()
    {
        var gold = new Argument<string>("gold") { Description = "Annotated observations, one JSON object a line" }.RefusingOptions();
        var paths = new Argument<string[]>("path")
        {
            Arity = ArgumentArity.OneOrMore,
            Description = "The documents they annotate: files or folders",
        }.RefusingOptions();
        var ranges = new Option<string?>("--ranges")
        {
            Description = "Lines of document, from, to (separated by tabs): score only inside these offsets",
        };
        var errors = new Option<int>("--errors") { Description = "Show this many of the differences" };
        var confusions = new Option<bool>("--confusions") { Description = "Show what is taken for what, per field" };
        var format = new Option<string>("--format") { Description = "table or json", DefaultValueFactory = _ => "table" };
        var command = new Command("evaluate", "Score the engine against annotated observations, field by field.")
        {
            gold, paths, ranges, errors, confusions, format,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            var typed = new EvaluateArguments(
                parsed.GetValue(gold)!,
                parsed.GetValue(paths)!,
                parsed.GetValue(ranges),
                parsed.GetValue(errors),
                parsed.GetValue(confusions),
                parsed.GetValue(format)!);
            return EvaluateVerb.RunAsync(EvaluateRequest.From(typed), cancellationToken);
        });
        return command;
    }
}
