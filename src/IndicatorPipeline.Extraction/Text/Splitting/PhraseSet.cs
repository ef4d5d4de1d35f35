using System.Buffers;
using System.Runtime.InteropServices;

namespace IndicatorPipeline.Extraction.Text.Splitting;

/// <summary>A set of folded phrases that can be looked for in a line.</summary>
/// <remarks>Quick to build, because the program starts for a single document too.</remarks>
internal sealed class PhraseSet
{
    private readonly Dictionary<char, List<string>> byFirst = [];
    private readonly SearchValues<char> firsts;

    public PhraseSet(IEnumerable<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(byFirst, phrase[0], out _);
            (list ??= []).Add(phrase);
        }

        firsts = SearchValues.Create([.. byFirst.Keys]);
    }

    /// <summary>Whether any phrase stands in the line.</summary>
    public bool IsIn(ReadOnlySpan<char> line)
    {
        for (var at = 0; at < line.Length; at++)
        {
            var next = line[at..].IndexOfAny(firsts);
            if (next < 0) return false;
            at += next;
            if (Begins(line[at..])) return true;
        }

        return false;
    }

    /// <summary>Whether the line begins with a phrase.</summary>
    public bool Begins(ReadOnlySpan<char> line)
    {
        if (line.IsEmpty || !byFirst.TryGetValue(line[0], out var phrases)) return false;
        foreach (var phrase in phrases)
        {
            if (line.StartsWith(phrase, StringComparison.Ordinal)) return true;
        }

        return false;
    }
}
