using IndicatorPipeline.Cli.CommandLine;
using IndicatorPipeline.Cli.Documents;
using IndicatorPipeline.Cli.Output;

namespace IndicatorPipeline.Cli.Verbs.Extract;

/// <summary>What was meant.</summary>
/// <param name="Feeds">Where the documents come from, in order.</param>
/// <param name="Format">How observations are written.</param>
internal sealed record ExtractRequest(IReadOnlyList<IDocumentFeed> Feeds, ObservationFormat Format)
{
    /// <exception cref="CommandFailedException">An argument has no meaning.</exception>
    public static ExtractRequest From(ExtractArguments typed)
    {
        var format = typed.Format switch
        {
            "jsonl" => ObservationFormat.Jsonl,
            "csv" => ObservationFormat.Csv,
            "table" => ObservationFormat.Table,
            _ => throw new CommandFailedException($"unknown format '{typed.Format}'; --format is jsonl, csv or table", ExitCode.Usage),
        };
        var given = new GivenFacts(Values.Date("--date", typed.Date), Values.Region("--region", typed.Region));
        return typed.Input switch
        {
            "jsonl" => new ExtractRequest([.. LineSources(typed.Paths).Select(source => new JsonLinesFeed(source, given))], format),
            null => new ExtractRequest(FeedsOf(typed.Paths, given), format),
            _ => throw new CommandFailedException($"unknown input '{typed.Input}'; --input is jsonl", ExitCode.Usage),
        };
    }

    private static IReadOnlyList<string> LineSources(IReadOnlyList<string> paths) => paths.Count == 0 ? ["-"] : paths;

    private static IReadOnlyList<IDocumentFeed> FeedsOf(IReadOnlyList<string> paths, GivenFacts given)
    {
        if (paths.Count == 0)
        {
            throw new CommandFailedException("extract what? name files or folders, or - for standard input", ExitCode.Usage);
        }

        var files = paths.Where(path => path != "-").ToList();
        var feeds = new List<IDocumentFeed>();
        if (files.Count < paths.Count)
        {
            feeds.Add(new StandardInputFeed(given));
        }

        if (files.Count > 0)
        {
            feeds.Add(new PathsFeed(files, given));
        }

        return feeds;
    }
}
