using System.Runtime.InteropServices;

namespace IndicatorPipeline.Extraction.Text.Copies;

/// <summary>Finds among the speeches it was given the copies of another, without comparing it with each. Not safe for several threads at once.</summary>
/// <typeparam name="TKey">What names a speech.</typeparam>
public sealed class CopyFinder<TKey>
    where TKey : notnull
{
    private readonly List<(TKey Key, SpeechFingerprint Fingerprint)> speeches = [];
    private readonly Dictionary<int, List<int>> byAnchor = [];

    /// <summary>Adds a speech.</summary>
    public void Add(TKey key, SpeechFingerprint fingerprint)
    {
        ArgumentNullException.ThrowIfNull(fingerprint);
        foreach (var anchor in fingerprint.Anchors)
        {
            ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(byAnchor, anchor, out _);
            (list ??= []).Add(speeches.Count);
        }

        speeches.Add((key, fingerprint));
    }

    /// <summary>The speeches that <paramref name="fingerprint"/> is a copy or an excerpt of, or that are an excerpt of it; in the order they were added.</summary>
    public IReadOnlyList<Copy<TKey>> Find(SpeechFingerprint fingerprint)
    {
        ArgumentNullException.ThrowIfNull(fingerprint);
        var candidates = new SortedSet<int>();
        foreach (var anchor in fingerprint.Anchors)
        {
            if (byAnchor.TryGetValue(anchor, out var list)) candidates.UnionWith(list);
        }

        var copies = new List<Copy<TKey>>();
        foreach (var candidate in candidates)
        {
            var (key, other) = speeches[candidate];
            if (fingerprint.Compare(other) is var kind and not CopyKind.Distinct) copies.Add(new Copy<TKey>(key, kind, other.Length > fingerprint.Length));
        }

        return copies;
    }
}
