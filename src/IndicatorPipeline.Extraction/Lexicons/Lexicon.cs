using System.Runtime.CompilerServices;

namespace IndicatorPipeline.Extraction.Lexicons;

/// <summary>All words of all tables in one automaton: the longest word that begins at a place, in one pass and without back-tracking to the tables.</summary>
/// <remarks>
/// A trie over folded code units. The first step is an array look-up, which ends the search for most characters; the further
/// steps are look-ups in one hash table of (state, character). Frozen after <see cref="LexiconBuilder.Build"/>; safe on all threads.
/// </remarks>
internal sealed class Lexicon
{
    private readonly int[] first;
    private readonly long[] keys;
    private readonly int[] targets;
    private readonly int mask;
    private readonly LexiconEntry?[] accepted;

    internal Lexicon(int[] first, long[] keys, int[] targets, LexiconEntry?[] accepted)
    {
        this.first = first;
        this.keys = keys;
        this.targets = targets;
        this.accepted = accepted;
        mask = keys.Length - 1;
    }

    /// <summary>The lexicon of the built-in tables.</summary>
    public static Lexicon Default { get; } = LexiconBuilder.FromTables();

    /// <summary>Whether any word begins with <paramref name="c"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Begins(char c) => first[c] != 0;

    /// <summary>The longest word that begins at <paramref name="start"/>, or null.</summary>
    public LexiconEntry? Longest(ReadOnlySpan<char> text, int start)
    {
        var state = first[text[start]];
        if (state == 0) return null;
        var found = accepted[state];
        for (var i = start + 1; i < text.Length; i++)
        {
            state = Next(state, text[i]);
            if (state == 0) break;
            found = accepted[state] ?? found;
        }

        return found;
    }

    /// <summary>The entry of exactly <paramref name="term"/> (folded), or null.</summary>
    public LexiconEntry? Find(ReadOnlySpan<char> term)
    {
        if (term.IsEmpty) return null;
        var state = first[term[0]];
        for (var i = 1; i < term.Length && state != 0; i++) state = Next(state, term[i]);
        return state == 0 ? null : accepted[state];
    }

    internal static int Slot(long key, int mask) => unchecked((int)((ulong)(key * -7046029254386353131L) >> 40)) & mask;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Next(int state, char c)
    {
        var key = ((long)state << 16) | c;
        for (var slot = Slot(key, mask); ; slot = (slot + 1) & mask)
        {
            var stored = keys[slot];
            if (stored == key) return targets[slot];
            if (stored == 0) return 0;
        }
    }
}
