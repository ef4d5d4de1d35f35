using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace IndicatorPipeline.Extraction.Lexicons;

/// <summary>All words of all tables in one automaton: the longest word that begins at a place, in one pass and without back-tracking to the tables.</summary>
/// <remarks>
/// A trie over folded code units. The first step is an array look-up; the second is guarded by a bit map of the pairs that words
/// begin with, which ends the search at most places, and is one look-up of the pair. The states that a state leads to lie side by
/// side, so that the way of one word touches few lines of memory; the character is looked for among eight at once.
/// Frozen after <see cref="LexiconBuilder.Build"/>; safe on all threads.
/// </remarks>
internal sealed class Lexicon
{
    /// <summary>Characters behind the last state, so that eight can be read from any.</summary>
    public const int Padding = 7;

    /// <summary>Marks a first state that is a word.</summary>
    public const int IsWord = 0x8000;

    private readonly ushort[] first;
    private readonly PairMap pairs;
    private readonly LexiconNode[] nodes;
    private readonly char[] characters;
    private readonly LexiconWord[] words;

    /// <param name="first">The state behind each first character, 0 for none; with <see cref="IsWord"/> where the character is a word by itself.</param>
    /// <param name="pairs">The state behind each pair of characters that words begin with.</param>
    /// <param name="nodes">The states.</param>
    /// <param name="characters">The character that leads to each state, and <see cref="Padding"/>.</param>
    /// <param name="words">The words by number; the first is none.</param>
    internal Lexicon(ushort[] first, PairMap pairs, LexiconNode[] nodes, char[] characters, LexiconWord[] words)
    {
        this.first = first;
        this.pairs = pairs;
        this.nodes = nodes;
        this.characters = characters;
        this.words = words;
    }

    /// <summary>The lexicon of the built-in tables.</summary>
    public static Lexicon Default { get; } = LexiconBuilder.FromTables();

    /// <summary>All words.</summary>
    public IEnumerable<LexiconEntry> Entries => words.Skip(1).Select(word => word.Entry!);

    /// <summary>The longest word that begins at <paramref name="start"/>; <paramref name="end"/> is the offset behind it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref readonly LexiconWord Longest(ReadOnlySpan<char> text, int start, out int end)
    {
        int node = first[text[start]];
        end = start + 1;
        if (node == 0) return ref words[0];
        if (end < text.Length && pairs.MayHave(text[start], text[end]) && pairs.Find(text[start], text[end]) is var second and > 0) return ref Further(text, node, second, ref end);
        return ref words[(node & IsWord) != 0 ? nodes[node & ~IsWord].Word : 0];
    }

    /// <summary>The entry of exactly <paramref name="term"/> (folded), or null.</summary>
    public LexiconEntry? Find(ReadOnlySpan<char> term)
    {
        if (term.IsEmpty) return null;
        if (term.Length == 1) return words[nodes[first[term[0]] & ~IsWord].Word].Entry;
        if (!pairs.MayHave(term[0], term[1])) return null;
        var node = pairs.Find(term[0], term[1]);
        for (var i = 2; i < term.Length && node != 0; i++) node = nodes[node].Count > 0 ? Next(nodes[node], term[i]) : 0;
        return words[nodes[node].Word].Entry;
    }

    // From the state of the second character on; moves the end behind the word.
    private ref readonly LexiconWord Further(ReadOnlySpan<char> text, int first, int second, scoped ref int end)
    {
        var node = nodes[second];
        var found = node.Word;
        if (found != 0) end++;
        else found = nodes[first & ~IsWord].Word;
        for (int at = end + (node.Word != 0 ? 0 : 1); node.Count > 0 && at < text.Length && Next(node, text[at]) is var next and > 0; at++)
        {
            node = nodes[next];
            if (node.Word == 0) continue;
            found = node.Word;
            end = at + 1;
        }

        return ref words[found];
    }

    // The state behind the character, or 0; the state must lead to one at least.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Next(LexiconNode node, char character)
    {
        // Most states lead to one other.
        if (characters[node.Next] == character) return node.Next;
        ref var beside = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetArrayDataReference(characters));
        for (int from = node.Next + 1, end = node.Next + node.Count; from < end; from += Vector128<ushort>.Count)
        {
            var hits = Vector128.Equals(Vector128.LoadUnsafe(ref beside, (nuint)from), Vector128.Create((ushort)character)).ExtractMostSignificantBits();
            if (hits == 0) continue;
            var at = from + BitOperations.TrailingZeroCount(hits);
            return at < end ? at : 0;
        }

        return 0;
    }
}
