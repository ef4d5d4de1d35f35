using System.Runtime.CompilerServices;

namespace IndicatorPipeline.Extraction.Lexicons;

/// <summary>All words of all tables in one automaton: the longest word that begins at a place, in one pass and without back-tracking to the tables.</summary>
/// <remarks>
/// A trie over folded code units, laid out so that a word touches few lines of memory: the pair of its first two characters leads
/// to a state, behind a bit map that ends the search at most places; the states behind a state lie side by side, those that most
/// words go on with first; and of a word there is a number, whose roles are one of a few hundred sets. Entries are looked at only
/// by who asks for more. Frozen after <see cref="LexiconBuilder.Build"/>; safe on all threads.
/// </remarks>
internal sealed class Lexicon
{
    private readonly ushort[] singles;
    private readonly PairMap<PairState> pairs;
    private readonly LexiconNode[] nodes;
    private readonly ushort[] roleSets;
    private readonly Role[] roles;
    private readonly LexiconEntry[] entries;

    /// <param name="singles">Number of the word that each character is by itself, or 0.</param>
    /// <param name="pairs">The state behind each pair of characters that words begin with.</param>
    /// <param name="nodes">The states.</param>
    /// <param name="roleSets">By number of the word, which of the sets its roles are.</param>
    /// <param name="roles">The sets of roles.</param>
    /// <param name="entries">The words in the order of their numbers, from 1.</param>
    internal Lexicon(ushort[] singles, PairMap<PairState> pairs, LexiconNode[] nodes, ushort[] roleSets, Role[] roles, LexiconEntry[] entries)
    {
        this.singles = singles;
        this.pairs = pairs;
        this.nodes = nodes;
        this.roleSets = roleSets;
        this.roles = roles;
        this.entries = entries;
    }

    /// <summary>The lexicon of the built-in tables.</summary>
    public static Lexicon Default { get; } = LexiconBuilder.FromTables();

    /// <summary>All words, in the order of their numbers.</summary>
    public IReadOnlyList<LexiconEntry> Entries => entries;

    /// <summary>The word of a number, from 1.</summary>
    public LexiconEntry Entry(int number) => entries[number - 1];

    /// <summary>The longest word that begins at <paramref name="start"/>; <paramref name="end"/> is the offset behind it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LexiconWord Longest(ReadOnlySpan<char> text, int start, out int end)
    {
        int word = singles[text[start]];
        end = start + 1;
        if (end < text.Length && pairs.MayHave(text[start], text[end])) word = Longer(text, word, ref end);
        return word == 0 ? default : new LexiconWord((ushort)word, roles[roleSets[word]]);
    }

    /// <summary>The entry of exactly <paramref name="term"/> (folded), or null.</summary>
    public LexiconEntry? Find(ReadOnlySpan<char> term)
    {
        if (term.IsEmpty) return null;
        int word = term.Length == 1 ? singles[term[0]] : Behind(term).Word;
        return word == 0 ? null : Entry(word);
    }

    /// <summary>Whether any word begins with <paramref name="term"/>, which has two folded characters or more.</summary>
    public bool Begins(ReadOnlySpan<char> term) => term.Length >= 2 && Behind(term) is { Word: > 0 } or { Count: > 0 };

    // The state behind two characters or more.
    private LexiconNode Behind(ReadOnlySpan<char> term)
    {
        if (!pairs.MayHave(term[0], term[1])) return default;
        var state = pairs.Find(term[0], term[1]).State;
        for (var i = 2; i < term.Length; i++)
        {
            if (state.Count == 0) return default;
            state = Next(state, term[i]);
        }

        return state;
    }

    // The word that goes on behind the first character, else the one given; moves the end behind it.
    private int Longer(ReadOnlySpan<char> text, int word, ref int end)
    {
        ref readonly var pair = ref pairs.Find(text[end - 1], text[end]);
        var at = end + 1;
        if (pair.State.Word != 0) (word, end) = (pair.State.Word, at);
        if (at >= text.Length || !pair.MayFollow(text[at])) return word;
        for (var state = Next(pair.State, text[at]); ; state = Next(state, text[at]))
        {
            at++;
            if (state.Word != 0) (word, end) = (state.Word, at);
            if (state.Count == 0 || at >= text.Length) return word;
        }
    }

    // The state behind the character; the default, which leads nowhere, where there is none.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private LexiconNode Next(LexiconNode state, char character)
    {
        for (int at = state.Next, end = at + state.Count; at < end; at++)
            if (nodes[at].Character == character) return nodes[at];
        return default;
    }
}
