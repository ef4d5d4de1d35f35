using System.Runtime.CompilerServices;

namespace IndicatorPipeline.Extraction.Lexicons;

/// <summary>All words of all tables in one automaton: the longest word that begins at a place, in one pass and without back-tracking to the tables.</summary>
/// <remarks>
/// A trie over folded code units. The first step is an array look-up, the second is guarded by a bit map of the pairs that words
/// begin with, which together end the search at most places; the further steps are look-ups in one hash table of (state, character).
/// A step says itself whether a word ends there and whether any goes on, so that entries are looked at once a word is found.
/// Frozen after <see cref="LexiconBuilder.Build"/>; safe on all threads.
/// </remarks>
internal sealed class Lexicon
{
    private readonly ushort[] first;
    private readonly PairMap pairs;
    private readonly LexiconStep[] steps;
    private readonly int mask;
    private readonly LexiconEntry?[] accepted;

    internal Lexicon(ushort[] first, PairMap pairs, LexiconStep[] steps, LexiconEntry?[] accepted)
    {
        this.first = first;
        this.pairs = pairs;
        this.steps = steps;
        this.accepted = accepted;
        mask = steps.Length - 1;
    }

    /// <summary>The lexicon of the built-in tables.</summary>
    public static Lexicon Default { get; } = LexiconBuilder.FromTables();

    /// <summary>The longest word that begins at <paramref name="start"/>, or null; <paramref name="end"/> is the offset behind it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LexiconEntry? Longest(ReadOnlySpan<char> text, int start, out int end)
    {
        var state = first[text[start]];
        end = start + 1;
        if (state == 0) return null;
        return end < text.Length && pairs.MayHave(text[start], text[end]) ? Further(text, state, ref end) : accepted[state];
    }

    /// <summary>The entry of exactly <paramref name="term"/> (folded), or null.</summary>
    public LexiconEntry? Find(ReadOnlySpan<char> term)
    {
        if (term.IsEmpty) return null;
        int state = first[term[0]];
        for (var i = 1; i < term.Length && state != 0; i++) state = Next(state, term[i]).Target;
        return state == 0 ? null : accepted[state];
    }

    // From the state of the first character on; moves the end behind the word.
    private LexiconEntry? Further(ReadOnlySpan<char> text, int state, ref int end)
    {
        var found = state;
        for (var i = end; i < text.Length; i++)
        {
            var step = Next(state, text[i]);
            state = step.Target;
            if (step.IsWord)
            {
                found = state;
                end = i + 1;
            }

            if (!step.GoesOn) break;
        }

        return accepted[found];
    }

    // The default step, which goes nowhere, where there is none.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private LexiconStep Next(int state, char c)
    {
        var key = LexiconStep.Key(state, c);
        for (var slot = LexiconStep.Slot(key, mask); ; slot = (slot + 1) & mask)
        {
            var step = steps[slot];
            if (step.Is(key) || step.IsNone) return step;
        }
    }
}
