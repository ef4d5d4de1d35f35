using System.Runtime.CompilerServices;
using IndicatorPipeline.Extraction.Tables;
using System.Runtime.InteropServices;

namespace IndicatorPipeline.Extraction.Lexicons;

/// <summary>All words of all tables in one automaton: the longest word that begins at a place, in one pass and without back-tracking to the tables.</summary>
/// <remarks>
/// A trie over folded code units, laid out so that a word touches few lines of memory: characters have numbers, letters; the pairs of letters that words
/// begin with lie in one array, each first letter's at an offset of its own so that none meets another's; the states behind a state lie side by side, those
/// that most words go on with first; and of a word there is a number, whose roles are one of a few hundred sets. What begins at all places of a sentence is
/// looked up at once, without a jump, before it is cut into words: the places do not wait for one another. Entries are looked at only by who asks for more.
/// Frozen after <see cref="LexiconBuilder.Build"/>; safe on all threads.
/// </remarks>
internal sealed class Lexicon
{
    private readonly ushort[] letters;
    private readonly LexiconLetter[] alphabet;
    private readonly LexiconPair[] pairs;
    private readonly LexiconNode[] states;
    private readonly LexiconNode[] nodes;
    private readonly ushort[] roleSets;
    private readonly Role[] roles;
    private readonly LexiconEntry[] entries;
    private readonly ushort[] named;
    private readonly IndicatorTerm?[] indicators;
    private readonly bool[] beginUnits;
    private readonly LexiconEntry?[] units;

    /// <param name="letters">The letter that each character is, or 0.</param>
    /// <param name="alphabet">The letters.</param>
    /// <param name="pairs">The pairs of letters that words begin with.</param>
    /// <param name="states">The states behind the pairs, in their places.</param>
    /// <param name="nodes">All other states.</param>
    /// <param name="roleSets">By number of the word, which of the sets its roles are.</param>
    /// <param name="roles">The sets of roles.</param>
    /// <param name="entries">The words in the order of their numbers, from 1.</param>
    internal Lexicon(ushort[] letters, LexiconLetter[] alphabet, LexiconPair[] pairs, LexiconNode[] states, LexiconNode[] nodes, ushort[] roleSets, Role[] roles, LexiconEntry[] entries)
    {
        this.letters = letters;
        this.alphabet = alphabet;
        this.pairs = pairs;
        this.states = states;
        this.nodes = nodes;
        this.roleSets = roleSets;
        this.roles = roles;
        this.entries = entries;
        (named, indicators) = NumberIndicators(entries);
        beginUnits = new bool[alphabet.Length];
        foreach (var entry in entries)
            if (entry.Is(Role.Unit)) beginUnits[letters[entry.Term[0]]] = true;
        units = LexiconUnits.ByWord(this);
    }

    /// <summary>The lexicon of the built-in tables.</summary>
    public static Lexicon Default { get; } = LexiconBuilder.FromTables();

    /// <summary>All words, in the order of their numbers.</summary>
    public IReadOnlyList<LexiconEntry> Entries => entries;

    /// <summary>The word of a number, from 1.</summary>
    public LexiconEntry Entry(int number) => entries[number - 1];

    /// <summary>The indicator that the word of a number, from 1, names, or null: known without a look at its entry.</summary>
    public IndicatorTerm? Indicator(int number) => indicators[named[number]];

    /// <summary>What begins at each place of <paramref name="text"/>, as many places as <paramref name="beginnings"/> has.</summary>
    public void LookUp(ReadOnlySpan<char> text, Span<Beginning> beginnings)
    {
        // The tables have a place for each character, and for each letter behind each other; checks would cost as much as the look-up.
        ref var letters = ref MemoryMarshal.GetArrayDataReference(this.letters);
        ref var alphabet = ref MemoryMarshal.GetArrayDataReference(this.alphabet);
        ref var pairs = ref MemoryMarshal.GetArrayDataReference(this.pairs);
        uint first = Unsafe.Add(ref letters, text[0]);
        var next = At(text, 1);
        for (var i = 0; i < beginnings.Length; i = unchecked(i + 1))
        {
            uint second = Unsafe.Add(ref letters, next);
            next = At(text, unchecked(i + 2));
            ref readonly var letter = ref Unsafe.Add(ref alphabet, first);
            ref readonly var pair = ref Unsafe.Add(ref pairs, unchecked((uint)letter.Pairs + second));
            beginnings[i] = pair.Before(next).If(AllIfSame(pair.First, first), letter.Alone);
            first = second;
        }
    }

    /// <summary>The longest word that begins at <paramref name="start"/>; <paramref name="end"/> is the offset behind it.</summary>
    public LexiconWord Longest(ReadOnlySpan<char> text, int start, out int end)
    {
        Span<Beginning> beginning = [default];
        LookUp(text[start..], beginning);
        return Longest(text, start, beginning[0], out end);
    }

    /// <summary>The longest word, or the mark, that begins at <paramref name="start"/>, of which the beginning is known; <paramref name="end"/> is the offset behind it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LexiconWord Longest(ReadOnlySpan<char> text, int start, Beginning beginning, out int end)
    {
        end = unchecked(start + beginning.Length);
        if (beginning.MayGoOn && Longer(text, start, ref end) is var word and > 0) return new LexiconWord(unchecked((ushort)word), roles[roleSets[word]]);
        return new LexiconWord(beginning.Word, roles[beginning.RoleSet]);
    }

    /// <summary>The entry of exactly <paramref name="term"/> (folded), or null.</summary>
    public LexiconEntry? Find(ReadOnlySpan<char> term)
    {
        if (term.IsEmpty) return null;
        int word = term.Length == 1 ? alphabet[letters[term[0]]].Alone.Word : Behind(term).Word;
        return word == 0 ? null : Entry(word);
    }

    /// <summary>Whether any unit begins with <paramref name="character"/>.</summary>
    public bool BeginsUnit(char character) => beginUnits[letters[character]];

    /// <summary>The longest unit at <paramref name="start"/>, or null where there is none or a longer word hides it.</summary>
    public LexiconEntry? Unit(ReadOnlySpan<char> text, int start) =>
        start < text.Length && BeginsUnit(text[start]) ? units[Longest(text, start, out _).Number] : null;

    // By number of the word, which of the indicators it names, 0 for none: many words name one, and so all of it stays in the cache.
    private static (ushort[] Named, IndicatorTerm?[] Indicators) NumberIndicators(LexiconEntry[] entries)
    {
        var named = new ushort[entries.Length + 1];
        var indicators = new List<IndicatorTerm?> { null };
        var numbers = new Dictionary<object, int>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < entries.Length; i++)
        {
            if (entries[i].Indicator is not { } indicator) continue;
            if (numbers.TryAdd(indicator, indicators.Count)) indicators.Add(indicator);
            named[i + 1] = (ushort)numbers[indicator];
        }

        return (named, [.. indicators]);
    }

    // The state behind two characters or more.
    private LexiconNode Behind(ReadOnlySpan<char> term)
    {
        int first = letters[term[0]];
        var pair = alphabet[first].Pairs + letters[term[1]];
        var state = pairs[pair].First == first ? states[pair] : default;
        for (var i = 2; i < term.Length; i++) state = Next(state, term[i]);
        return state;
    }

    // Number of the word that goes on behind the first two characters, or 0; moves the end behind it.
    private int Longer(ReadOnlySpan<char> text, int start, ref int end)
    {
        var word = 0;
        var state = states[alphabet[letters[text[start]]].Pairs + letters[text[start + 1]]];
        for (var at = start + 2; state.Count > 0 && at < text.Length;)
        {
            state = Next(state, text[at++]);
            if (state.Word != 0) (word, end) = (state.Word, at);
        }

        return word;
    }

    // The state behind the character; the default, which leads nowhere, where there is none.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private LexiconNode Next(LexiconNode state, char character)
    {
        for (int at = state.Next, end = at + state.Count; at < end; at++)
            if (nodes[at].Character == character) return nodes[at];
        return default;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static char At(ReadOnlySpan<char> text, int at) => unchecked((uint)at) < (uint)text.Length ? text[at] : '\0';

    // All bits or none, without a jump.
    private static uint AllIfSame(uint one, uint other) => unchecked((uint)((int)((one ^ other) - 1) >> 31));
}
