namespace IndicatorPipeline.Storage.Copies;

/// <summary>A speech that repeats another.</summary>
/// <param name="Copy">The copy.</param>
/// <param name="Original">What it repeats; itself no copy.</param>
/// <param name="Kind"><c>exact</c>, <c>near</c> or <c>excerpt</c>.</param>
/// <param name="Similarity">Share of the copy's statements that the original makes too, above 0 to 1.</param>
internal sealed record SpeechCopy(SpeechKey Copy, SpeechKey Original, string Kind, decimal Similarity)
{
    // Reports of one place in two years share a few sentences and numbers, never four fifths of them; three numbers may agree by chance.
    private const decimal LeastSimilarity = 0.8m;
    private const int LeastStatements = 4;

    /// <summary>Below this share of the original's statements a copy is an excerpt.</summary>
    private const decimal ExcerptShare = 0.6m;

    /// <summary>Chooses the copies among pairs of like speeches, so that no original is itself a copy and no speech a copy of two.</summary>
    public static IReadOnlyList<SpeechCopy> Choose(IEnumerable<SpeechPair> pairs)
    {
        var chosen = new Dictionary<SpeechKey, SpeechCopy>();
        var likely = pairs.Select(Judge).OfType<SpeechCopy>().OrderByDescending(copy => copy.Similarity).ThenBy(copy => copy.Original).ThenBy(copy => copy.Copy);
        foreach (var copy in likely)
        {
            var original = copy.Original;
            while (chosen.TryGetValue(original, out var above)) original = above.Original;
            if (original != copy.Copy) chosen.TryAdd(copy.Copy, copy with { Original = original });
        }

        // What became a copy later takes its own copies along.
        return [.. chosen.Values.Select(copy => chosen.TryGetValue(copy.Original, out var above) ? copy with { Original = above.Original } : copy)];
    }

    /// <summary>Which of the two is the copy, if one is: the later one, unless only the earlier one is contained in the other.</summary>
    private static SpeechCopy? Judge(SpeechPair pair)
    {
        var (first, second) = pair.Speech.CompareTo(pair.Other) < 0 ? (pair.Speech, pair.Other) : (pair.Other, pair.Speech);
        var (firstStatements, secondStatements) = first == pair.Speech ? (pair.Statements, pair.OtherStatements) : (pair.OtherStatements, pair.Statements);
        return Judge(pair, second, first, secondStatements, firstStatements) ?? Judge(pair, first, second, firstStatements, secondStatements);
    }

    private static SpeechCopy? Judge(SpeechPair pair, SpeechKey copy, SpeechKey original, int statements, int originalStatements)
    {
        var similarity = decimal.Round(pair.Shared / (decimal)statements, 4);
        if (statements < LeastStatements || similarity < LeastSimilarity) return null;
        var kind = statements < ExcerptShare * originalStatements ? "excerpt"
            : pair.Shared == statements && statements == originalStatements && pair.IsSameLength ? "exact"
            : "near";
        return new SpeechCopy(copy, original, kind, similarity);
    }
}
