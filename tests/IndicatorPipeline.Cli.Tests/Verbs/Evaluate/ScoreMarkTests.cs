using IndicatorPipeline.Cli.Documents;
using IndicatorPipeline.Cli.Verbs.Evaluate;
using IndicatorPipeline.Extraction;

namespace IndicatorPipeline.Cli.Tests.Verbs.Evaluate;

/// <summary>The engine's scores on the annotated speeches: a change that lowers one must say why and lower its mark.</summary>
public class ScoreMarkTests
{
    /// <summary>The marks are those of our own number reader; what the other one may lose against it is in the README's table.</summary>
    private static readonly double Slack = Extractor.NumberReader == "own" ? 0 : 0.03;

    [SharedTheory]
    [InlineData("seeds", 0.985, 0.930, 0.955)]
    [InlineData("reports", 0.99, 0.963, 0.965)]
    public async Task The_scores_do_not_fall_under_their_marks(string gold, double found, double allExact, double coreExact)
    {
        var folder = SharedTheoryAttribute.Folder;
        var request = EvaluateRequest.From(new EvaluateArguments($"{folder}/gold/{gold}.jsonl", [$"{folder}/speeches"],
            $"{folder}/gold/{gold}.ranges.tsv", 0, false, "table"));
        var annotated = request.Gold.Select(observation => observation.Document).ToHashSet(StringComparer.Ordinal);
        var extracted = new List<ScoredObservation>();
        await foreach (var item in new PathsFeed(request.Paths, new GivenFacts(null, null)).ReadAsync(CancellationToken.None))
        {
            if (item is FeedItem.Read(var document) && annotated.Remove(document.Id))
                extracted.AddRange(Extractor.Default.Extract(document).Observations.Select(ScoredObservation.From).Where(request.Ranges.Contain));
        }

        Assert.Equal([], annotated);
        var score = Scoring.Of(request.Gold, extracted);
        Assert.True(score.Found.F1 >= found - Slack, $"found F1 {score.Found.F1:0.0000} is under {found}");
        Assert.True(score.AllExact.F1 >= allExact - Slack, $"all-exact F1 {score.AllExact.F1:0.0000} is under {allExact}");
        Assert.True(score.CoreExact.F1 >= coreExact - Slack, $"core-exact F1 {score.CoreExact.F1:0.0000} is under {coreExact}");
    }
}
