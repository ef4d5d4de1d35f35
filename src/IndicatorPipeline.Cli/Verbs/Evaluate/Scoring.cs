namespace IndicatorPipeline.Cli.Verbs.Evaluate;

/// <summary>Matches annotated and extracted observations and counts where they agree.</summary>
/// <remarks>
/// A pair matches when their spans overlap by at least half of the shorter and no other pair of either overlaps more. Documents without an
/// annotation and targets without a number are not scored.
/// </remarks>
internal static class Scoring
{
    /// <param name="gold">The annotated observations that count.</param>
    /// <param name="found">The extracted observations of the same places.</param>
    public static Score Of(IReadOnlyList<ScoredObservation> gold, IReadOnlyList<ScoredObservation> found)
    {
        var pairs = new List<ScoredPair>();
        var differences = new List<ScoredDifference>();
        var foundByDocument = found.Where(observation => observation.Low is not null)
            .ToLookup(observation => observation.Document, StringComparer.Ordinal);
        var predicted = new List<ScoredObservation>();
        var goldByDocument = gold.GroupBy(observation => observation.Document, StringComparer.Ordinal);
        foreach (var document in goldByDocument.OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var annotated = document.ToList();
            var extracted = foundByDocument[document.Key].ToList();
            var matched = Match(annotated, extracted);
            predicted.AddRange(extracted);
            pairs.AddRange(matched);
            var missed = annotated.Except(matched.Select(pair => pair.Gold), ReferenceEqualityComparer.Instance);
            differences.AddRange(missed.Cast<ScoredObservation>().Select(one => new ScoredDifference("missed", one, null)));
            var spurious = extracted.Except(matched.Select(pair => pair.Found), ReferenceEqualityComparer.Instance);
            differences.AddRange(spurious.Cast<ScoredObservation>().Select(one => new ScoredDifference("spurious", null, one)));
        }

        var fields = new List<FieldScore>();
        foreach (var field in ScoredField.All)
        {
            var judged = pairs.Where(pair => field.Name != "indicator" || pair.Gold.IsCore).ToList();
            var wrong = judged.Where(pair => !field.Agrees(pair.Gold, pair.Found)).ToList();
            fields.Add(new FieldScore(field.Name, judged.Count - wrong.Count, judged.Count));
            differences.AddRange(wrong.Select(pair => new ScoredDifference(field.Name, pair.Gold, pair.Found)));
        }

        var core = pairs.Count(pair => pair.Gold.IsCore && ScoredField.All.All(field => field.Agrees(pair.Gold, pair.Found)));
        var exact = pairs.Count(pair => ScoredField.All.All(field => field.Name == "indicator" || field.Agrees(pair.Gold, pair.Found)));
        return new Score(
            new Rate(pairs.Count, gold.Count, predicted.Count),
            fields,
            new Rate(core, gold.Count(observation => observation.IsCore), predicted.Count(observation => observation.IsCore)),
            new Rate(exact, gold.Count, predicted.Count),
            differences);
    }

    private static List<ScoredPair> Match(List<ScoredObservation> gold, List<ScoredObservation> found)
    {
        var overlaps = new List<(int Overlap, int Gold, int Found)>();
        for (var i = 0; i < gold.Count; i++)
        {
            for (var j = 0; j < found.Count; j++)
            {
                var overlap = Math.Min(gold[i].End, found[j].End) - Math.Max(gold[i].Start, found[j].Start);
                if (overlap > 0 && 2 * overlap >= Math.Min(gold[i].End - gold[i].Start, found[j].End - found[j].Start))
                {
                    overlaps.Add((overlap, i, j));
                }
            }
        }

        // The greatest overlap first; among equals the later ones, as the annotators' own scorer does.
        overlaps.Sort((one, other) => other.CompareTo(one));
        var (usedGold, usedFound, pairs) = (new HashSet<int>(), new HashSet<int>(), new List<ScoredPair>());
        foreach (var (_, i, j) in overlaps)
        {
            if (!usedGold.Contains(i) && !usedFound.Contains(j))
            {
                usedGold.Add(i);
                usedFound.Add(j);
                pairs.Add(new ScoredPair(gold[i], found[j]));
            }
        }

        return pairs;
    }
}
