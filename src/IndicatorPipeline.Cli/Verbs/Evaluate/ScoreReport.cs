using System.Globalization;
using System.Text.Json;

namespace IndicatorPipeline.Cli.Verbs.Evaluate;

/// <summary>Writes a score, in the lines that the annotators' own scorer prints.</summary>
internal static class ScoreReport
{
    public static void Write(Score score, TextWriter output)
    {
        output.WriteLine(Line("found", score.Found, withCounts: true));
        foreach (var field in score.Fields)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{"field_" + field.Name,-16} right {field.Right}  of {field.Of}  accuracy {field.Accuracy:F3}"));
        }

        output.WriteLine(Line("core_exact", score.CoreExact, withCounts: true));
        output.WriteLine(Line("all_exact", score.AllExact, withCounts: false));
    }

    public static void WriteJson(Score score, TextWriter output)
    {
        var all = new Dictionary<string, object> { ["found"] = Values(score.Found) };
        foreach (var field in score.Fields)
        {
            all["field_" + field.Name] = new Dictionary<string, object> { ["right"] = field.Right, ["of"] = field.Of, ["accuracy"] = field.Accuracy };
        }

        all["core_exact"] = Values(score.CoreExact);
        all["all_exact"] = Values(score.AllExact);
        output.WriteLine(JsonSerializer.Serialize(all));
    }

    /// <summary>For each field, what the annotation says, what was extracted instead, and how often; the commonest first.</summary>
    public static void WriteConfusions(Score score, TextWriter output)
    {
        foreach (var field in ScoredField.All)
        {
            var confusions = score.Differences
                .Where(difference => difference.Kind == field.Name)
                .GroupBy(difference => (Gold: field.Shown(difference.Gold!), Found: field.Shown(difference.Found!)))
                .OrderByDescending(group => group.Count())
                .ThenBy(group => group.Key.Gold, StringComparer.Ordinal)
                .ThenBy(group => group.Key.Found, StringComparer.Ordinal)
                .Take(12)
                .ToList();
            if (confusions.Count > 0)
            {
                output.WriteLine();
                output.WriteLine($"{field.Name}: annotated → extracted");
            }

            foreach (var confusion in confusions)
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"  {confusion.Count(),4}  {confusion.Key.Gold} → {confusion.Key.Found}"));
            }
        }
    }

    public static void WriteDifferences(Score score, int count, TextWriter output)
    {
        foreach (var difference in score.Differences.Take(count))
        {
            var named = (difference.Gold ?? difference.Found)!;
            output.WriteLine();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"[{difference.Kind}] {named.Document} @{named.Start} '{named.ValueText}' '{named.IndicatorText}'"));
            foreach (var (name, side) in new[] { ("gold", difference.Gold), ("found", difference.Found) })
            {
                if (side is not null)
                {
                    output.WriteLine($"   {name,-5} {string.Join("  ", ScoredField.All.Select(field => $"{field.Name} {field.Shown(side)}"))}");
                }
            }
        }
    }

    private static string Line(string name, Rate rate, bool withCounts)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"{name,-16} precision {rate.Precision:F3}  recall {rate.Recall:F3}  f1 {rate.F1:F3}");
        return withCounts ? string.Create(CultureInfo.InvariantCulture, $"{line}  gold {rate.Gold}  predicted {rate.Predicted}") : line;
    }

    private static Dictionary<string, object> Values(Rate rate) => new()
    {
        ["precision"] = rate.Precision, ["recall"] = rate.Recall, ["f1"] = rate.F1, ["gold"] = rate.Gold, ["predicted"] = rate.Predicted,
    };
}
