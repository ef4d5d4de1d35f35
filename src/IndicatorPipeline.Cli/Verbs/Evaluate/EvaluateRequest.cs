using IndicatorPipeline.Cli.CommandLine;

namespace IndicatorPipeline.Cli.Verbs.Evaluate;

/// <summary>What was meant.</summary>
/// <param name="Gold">The annotated observations that count.</param>
/// <param name="Ranges">Where they count.</param>
/// <param name="Paths">The documents.</param>
/// <param name="Errors">How many differences to show.</param>
/// <param name="Confusions">Whether to show what is taken for what.</param>
/// <param name="Json">Whether to write JSON instead of a table.</param>
internal sealed record EvaluateRequest(
    IReadOnlyList<ScoredObservation> Gold, ScoredRanges Ranges, IReadOnlyList<string> Paths, int Errors, bool Confusions, bool Json)
{
    /// <exception cref="CommandFailedException">An argument has no meaning or a file cannot be read.</exception>
    public static EvaluateRequest From(EvaluateArguments typed)
    {
        var json = typed.Format switch
        {
            "table" => false,
            "json" => true,
            _ => throw new CommandFailedException($"unknown format '{typed.Format}'; --format is table or json", ExitCode.Usage),
        };
        var ranges = typed.Ranges is null ? ScoredRanges.Everywhere : ScoredRanges.Read(Existing(typed.Ranges));
        var gold = GoldFile.Read(Existing(typed.Gold)).Where(observation => observation.Low is not null && ranges.Contain(observation)).ToList();
        return new EvaluateRequest(gold, ranges, typed.Paths, typed.Errors, typed.Confusions, json);
    }

    private static string Existing(string path) =>
        File.Exists(path) ? path : throw new CommandFailedException($"there is no file '{path}'; give a path that exists");
}
