using System.Globalization;
using IndicatorPipeline.Extraction.Tests.Properties;

namespace IndicatorPipeline.Extraction.Tests.Oracle;

/// <summary>
/// Every disagreement with the official Recognizers over a generated set of Chinese numbers and percentages is listed, with its reason, and
/// ours is what was written. <c>UPDATE_CORPUS=1</c> rewrites the list; a new row needs its reason.
/// </summary>
public class RecognizersTests
{
    private const string Unknown = "?";

    private static string Listed => SourceTree.Path("tests", "IndicatorPipeline.Extraction.Tests", "Oracle", "Disagreements.tsv");

    [Fact]
    public void Ours_reads_each_as_it_was_written() => Assert.All(WrittenNumber.All, number =>
        Assert.Equal(number.Value, WholeNumeral.Read(number.Text.TrimEnd('%', '％'), out var found)?.Low
            ?? throw new Xunit.Sdk.XunitException($"{number.Text} is read as {found}")));

    [Fact]
    public void Every_listed_disagreement_has_a_reason() => Assert.All(Rows(), row => Assert.NotEqual(Unknown, row[3]));

    [RecognizersFact]
    public void Every_disagreement_is_listed()
    {
        var theirs = Recognizers.Read([.. WrittenNumber.All.Select(number => number.Text)]);
        var found = WrittenNumber.All.Zip(theirs).Where(pair => !Agrees(pair.First, pair.Second))
            .Select(pair => (string[])[pair.First.Text, pair.First.Value.ToString(CultureInfo.InvariantCulture) + (pair.First.IsRatio ? "%" : ""),
                pair.Second]).ToList();
        if (Environment.GetEnvironmentVariable("UPDATE_CORPUS") == "1") Update(found);
        Assert.Equal(found.Select(row => string.Join('\t', row)), Rows().Select(row => string.Join('\t', row[..3])));
    }

    // They give a percentage with its sign and a fraction as a part of one.
    private static bool Agrees(WrittenNumber number, string theirs)
    {
        var percent = theirs.EndsWith('%');
        if (!decimal.TryParse(theirs.TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)) return false;
        if (number.IsRatio && !percent) value = decimal.Round(value * 100, 4);
        return value == number.Value;
    }

    private static List<string[]> Rows() => [.. File.ReadLines(Listed).Skip(1).Select(line => line.Split('\t'))];

    private static void Update(List<string[]> found)
    {
        var reasons = File.Exists(Listed) ? Rows().ToDictionary(row => row[0], row => row[3], StringComparer.Ordinal) : [];
        File.WriteAllLines(Listed, found.Select(row => $"{string.Join('\t', row)}\t{reasons.GetValueOrDefault(row[0], Unknown)}")
            .Prepend("text\tours\ttheirs\treason"));
    }
}
