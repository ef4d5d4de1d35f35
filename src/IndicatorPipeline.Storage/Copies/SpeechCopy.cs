namespace IndicatorPipeline.Storage.Copies;

/// <summary>A speech that repeats another.</summary>
/// <param name="Copy">The copy.</param>
/// <param name="Original">What it repeats; itself no copy.</param>
/// <param name="Kind"><c>exact</c>, <c>near</c> or <c>excerpt</c>.</param>
/// <param name="Similarity">Share of the copy's statements that are made by what it is most like, above 0 to 1.</param>
internal sealed record SpeechCopy(SpeechKey Copy, SpeechKey Original, string Kind, decimal Similarity)
{
    // Reports of one place in two years share a few sentences and numbers, never four fifths of them; three numbers may agree by chance.
    private const decimal LeastSimilarity = 0.8m;
    private const int LeastStatements = 4;

    /// <summary>Below this share of the original's statements a copy is an excerpt.</summary>
    private const decimal ExcerptShare = 0.6m;

    /// <summary>Whether one of the two repeats the other.</summary>
    public static bool AreAlike(Fingerprint one, Fingerprint other) => Like(Larger(one, other), Smaller(one, other)) is not null;

    /// <summary>
    /// The copies among speeches that hang together, so that no original is itself a copy and no speech a copy of two; the same in
    /// whatever order they are given.
    /// </summary>
    public static IReadOnlyList<SpeechCopy> Choose(IEnumerable<Fingerprint> speeches)
    {
        var copies = new List<SpeechCopy>();
        var originals = new List<Fingerprint>();
        var families = new Dictionary<SpeechKey, CopyFamily>();
        var same = new Dictionary<Fingerprint, Fingerprint>(new TwinComparer());
        foreach (var speech in speeches.Order())
        {
            // Most copies state the very same: they need not be compared with all the others.
            if (same.TryGetValue(speech, out var twin))
            {
                Add(speech, twin, Like(twin, speech));
                continue;
            }

            var (like, similarity) = MostLike(originals.Where(original => families[original.Speech].MayHold(speech)), speech);
            Add(speech, like, similarity);
            originals.Add(speech);
            same.Add(speech, speech);
        }

        return copies;

        void Add(Fingerprint speech, Fingerprint? like, decimal? similarity)
        {
            if (like is null || similarity is not { } share)
            {
                families[speech.Speech] = new CopyFamily(speech);
                return;
            }

            var family = families[like.Speech];
            family.Add(speech);
            families[speech.Speech] = family;
            copies.Add(new SpeechCopy(speech.Speech, family.Original, KindOf(speech, like, share), share));
        }
    }

    private static (Fingerprint? Original, decimal? Similarity) MostLike(IEnumerable<Fingerprint> originals, Fingerprint copy)
    {
        (Fingerprint? Original, decimal? Similarity) best = (null, null);
        foreach (var original in originals)
        {
            if (Like(original, copy) is { } similarity && (best.Similarity is null || similarity > best.Similarity)) best = (original, similarity);
        }

        return best;
    }

    /// <summary>
    /// Share of the copy's statements that the original makes too; null if it is no copy of it. Two places that report the same
    /// numbers have two reports.
    /// </summary>
    private static decimal? Like(Fingerprint original, Fingerprint copy)
    {
        if (copy.Statements.Length < LeastStatements || !CopyFamily.MayBeOfOnePlace(original.RegionCode, copy.RegionCode)) return null;
        var similarity = decimal.Round(original.Shared(copy) / (decimal)copy.Statements.Length, 4);
        return similarity >= LeastSimilarity ? similarity : null;
    }

    private static string KindOf(Fingerprint copy, Fingerprint original, decimal similarity)
    {
        if (copy.Statements.Length < ExcerptShare * original.Statements.Length) return "excerpt";
        return similarity == 1 && copy.Statements.Length == original.Statements.Length && copy.Length == original.Length ? "exact" : "near";
    }

    private static Fingerprint Larger(Fingerprint one, Fingerprint other) => one.CompareTo(other) <= 0 ? one : other;

    private static Fingerprint Smaller(Fingerprint one, Fingerprint other) => one.CompareTo(other) <= 0 ? other : one;

    /// <summary>Speeches of one place that state the very same.</summary>
    private sealed class TwinComparer : IEqualityComparer<Fingerprint>
    {
        public bool Equals(Fingerprint? x, Fingerprint? y) =>
            x?.RegionCode == y?.RegionCode && x?.Statements.AsSpan().SequenceEqual(y?.Statements) == true;

        public int GetHashCode(Fingerprint speech)
        {
            var hash = default(HashCode);
            hash.Add(speech.RegionCode);
            foreach (var statement in speech.Statements) hash.Add(statement);
            return hash.ToHashCode();
        }
    }
}
