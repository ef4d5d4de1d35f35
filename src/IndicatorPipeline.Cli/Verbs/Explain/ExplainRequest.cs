using IndicatorPipeline.Cli.CommandLine;
using IndicatorPipeline.Cli.Documents;

namespace IndicatorPipeline.Cli.Verbs.Explain;

/// <summary>What was meant.</summary>
/// <param name="Sentence">The sentence, or null for the lines of standard input.</param>
/// <param name="Given">When and where it was said.</param>
/// <param name="Json">Whether to write JSON instead of a tree.</param>
internal sealed record ExplainRequest(string? Sentence, GivenFacts Given, bool Json)
{
    /// <exception cref="CommandFailedException">An argument has no meaning.</exception>
    public static ExplainRequest From(ExplainArguments typed)
    {
        var json = typed.Format switch
        {
            "tree" => false,
            "json" => true,
            _ => throw new CommandFailedException($"unknown format '{typed.Format}'; --format is tree or json", ExitCode.Usage),
        };
        if (string.IsNullOrWhiteSpace(typed.Sentence))
        {
            throw new CommandFailedException("explain what? give a sentence, or - for lines of standard input", ExitCode.Usage);
        }

        var given = new GivenFacts(Values.Date("--date", typed.Date), Values.Region("--region", typed.Region));
        return new ExplainRequest(typed.Sentence == "-" ? null : typed.Sentence, given, json);
    }
}
