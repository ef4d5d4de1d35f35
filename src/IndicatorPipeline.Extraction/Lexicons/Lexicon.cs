using System.Runtime.CompilerServices;

namespace IndicatorPipeline.Extraction.Lexicons;

/// <summary>All words of all tables in one automaton: the longest word that begins at a place, in one pass and without back-tracking to the tables.</summary>
/// <remarks>
/// A trie over folded code units. The first step is an array look-up, the second is guarded by 64 bits for each first character,
/// which together end the search at most places; the further steps are look-ups in one hash table of (state, character).
/// Frozen after <see cref="LexiconBuilder.Build"/>; safe on all threads.
/// </remarks>
internal sealed class Lexicon
{
    private readonly ushort[] first;
    private readonly ulong[] seconds;
    private readonly Step[] steps;
    private readonly int mask;
    private readonly LexiconEntry?[] accepted;

    internal Lexicon(ushort[] first, ulong[] seconds, Step[] steps, LexiconEntry?[] accepted)
    {
        this.first = first;
        this.seconds = seconds;
        this.steps = steps;
        this.accepted = accepted;
        mask = steps.Length - 1;
    }

    /// <summary>The lexicon of the built-in tables.</summary>
    public static Lexicon Default { get; } = LexiconBuilder.FromTables();

    /// <summary>The longest word that begins at <paramref name="start"/>, or null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LexiconEntry? Longest(ReadOnlySpan<char> text, int start)
    {
        var state = first[text[start]];
        if (state == 0) return null;
        return start + 1 < text.Length && (seconds[state] & SecondBit(text[start + 1])) != 0 ? Further(text, start, state) : accepted[state];
    }

    /// <summary>The entry of exactly <paramref name="term"/> (folded), or null.</summary>
    public LexiconEntry? Find(ReadOnlySpan<char> term)
    {
        if (term.IsEmpty) return null;
        int state = first[term[0]];
        for (var i = 1; i < term.Length && state != 0; i++) state = Next(state, term[i]);
        return state == 0 ? null : accepted[state];
    }

    internal static int Slot(long key, int mask) => unchecked((int)((ulong)(key * -7046029254386353131L) >> 40)) & mask;

    internal static ulong SecondBit(char c) => 1UL << unchecked((int)((uint)c * 2654435761u >> 26));

    private LexiconEntry? Further(ReadOnlySpan<char> text, int start, int state)
    {
        var found = accepted[state];
        for (var i = start + 1; i < text.Length; i++)
        {
            state = Next(state, text[i]);
            if (state == 0) break;
            found = accepted[state] ?? found;
        }

        return found;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Next(int state, char c)
    {
        var key = ((long)state << 16) | c;
        for (var slot = Slot(key, mask); ; slot = (slot + 1) & mask)
        {
            ref readonly var step = ref steps[slot];
            if (step.Key == key) return step.Target;
            if (step.Key == 0) return 0;
        }
    }

    /// <summary>A step of the automaton: from the state and by the character in the key to the target.</summary>
    internal struct Step
    {
        public long Key;
        public int Target;
    }
}
