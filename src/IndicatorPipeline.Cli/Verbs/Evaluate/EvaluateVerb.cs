using IndicatorPipeline.Cli.CommandLine;
using IndicatorPipeline.Cli.Documents;
using IndicatorPipeline.Cli.Output;
using IndicatorPipeline.Extraction;

namespace IndicatorPipeline.Cli.Verbs.Evaluate;

/// <summary>Extracts the annotated documents and prints the score.</summary>
internal static class EvaluateVerb
{
    public static async Task<int> RunAsync(EvaluateRequest request, CancellationToken cancellationToken)
    {
        var annotated = request.Gold.Select(observation => observation.Document).ToHashSet(StringComparer.Ordinal);
        var found = new List<ScoredObservation>();
        var read = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var item in new PathsFeed(request.Paths, new GivenFacts(null, null)).ReadAsync(cancellationToken))
        {
            switch (item)
            {
                case FeedItem.Failed(var reason):
                    throw new CommandFailedException(reason);
                case FeedItem.Read(var document) when annotated.Contains(document.Id) && read.Add(document.Id):
                    found.AddRange(Extractor.Default.Extract(document).Observations.Select(ScoredObservation.From).Where(request.Ranges.Contain));
                    break;
            }
        }

        if (annotated.Except(read, StringComparer.Ordinal).Order(StringComparer.Ordinal).FirstOrDefault() is { } absent)
        {
            throw new CommandFailedException($"the annotated document '{absent}' is not among the paths given; add its folder");
        }

        var score = Scoring.Of(request.Gold, found);
        using var output = new StreamWriter(StandardOutput.Open());
        if (request.Json)
        {
            ScoreReport.WriteJson(score, output);
        }
        else
        {
            ScoreReport.Write(score, output);
            if (request.Confusions)
            {
                ScoreReport.WriteConfusions(score, output);
            }

            ScoreReport.WriteDifferences(score, request.Errors, output);
        }

        return ExitCode.Success;
    }
}
