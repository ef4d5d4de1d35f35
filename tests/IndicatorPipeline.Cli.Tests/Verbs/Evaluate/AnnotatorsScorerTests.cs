using IndicatorPipeline.Testing;

namespace IndicatorPipeline.Cli.Tests.Verbs.Evaluate;

/// <summary>The annotators have a scorer of their own beside their files; where it is to be had, both say the same.</summary>
public sealed class AnnotatorsScorerTests
{
    [SharedTheory]
    [InlineData("seeds")]
    [InlineData("reports")]
    public async Task Both_scorers_print_the_same_lines(string name)
    {
        using var folder = new TemporaryFolder();
        string[] speeches = [.. Directory.GetFiles(SharedTheoryAttribute.Folder + "/speeches", "*.txt", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)];
        var gold = $"{SharedTheoryAttribute.Folder}/gold/{name}.jsonl";
        var ranges = $"{SharedTheoryAttribute.Folder}/gold/{name}.ranges.tsv";
        var extracted = folder.Write("extracted.jsonl", (await Program.RunAsync(["extract", .. speeches])).OutputOrThrow());

        var ours = await Program.RunAsync(["evaluate", gold, .. speeches, "--ranges", ranges]);
        var theirs = await Script.RunAsync("python3", [SharedTheoryAttribute.Folder + "/tools/score.py", gold, extracted, "--ranges", ranges]);

        Assert.Equal(theirs.OutputOrThrow(), ours.OutputOrThrow());
    }
}
