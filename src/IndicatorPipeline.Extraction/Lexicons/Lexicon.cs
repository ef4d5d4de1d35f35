using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Lexicons;

/// <summary>All words of all tables in one automaton: the longest word that begins at a place, in one pass and without back-tracking to the
/// tables.</summary>
/// <remarks>
/// A trie over folded code units, laid out so that a word touches few lines of memory: characters have numbers, letters; what goes on from all
/// beginnings lies in one array, each beginning's at an offset of its own so that none meets another's, and which beginning a cell goes on from
/// stands in an array of its own, twice as dense, as most often nothing goes on. A cell tells the longest word so far by its number; how long that is
/// and which of a few hundred sets its roles are stands in a third. What begins at all places of a sentence is looked up at once, a character further at a time and without a
/// jump, before it is cut into words: the places do not wait for one another. Entries are looked at only by who asks for more. Frozen after <see
/// cref="LexiconBuilder.Build"/>; safe on all threads.
/// </remarks>
internal sealed class Lexicon
{
    /// <summary>So many places are looked up together: as many as a number has bits.</summary>
    public const int Block = 64;

    private readonly ushort[] letters;
    private readonly Beginning[] alphabet;
    private readonly ushort[] owners;
    private readonly Beginning[] cells;
    private readonly WordShape[] shapes;
    private readonly Role[] roleSets;
    private readonly LexiconEntry[] entries;
    private readonly ushort[] named;
    private readonly IndicatorTerm?[] indicators;
    private readonly ushort[] timed;
    private readonly TimeTerm?[] times;
    private readonly bool[] beginUnits;
    private readonly ushort[] counting;
    private readonly UnitName?[] units;

    /// <param name="letters">The letter that each character is, or 0.</param>
    /// <param name="alphabet">What each letter begins.</param>
    /// <param name="owners">By cell, where the beginnings stand that are longer than the same one; what equals no such place where the cell is
    /// free.</param>
    /// <param name="cells">All longer beginnings.</param>
    /// <param name="shapes">Of nothing, of each word by its number, and of the marks.</param>
    /// <param name="roleSets">The sets of roles.</param>
    /// <param name="entries">The words in the order of their numbers, from 1.</param>
    internal Lexicon(ushort[] letters, Beginning[] alphabet, ushort[] owners, Beginning[] cells, WordShape[] shapes, Role[] roleSets,
        LexiconEntry[] entries)
    {
        this.letters = letters;
        this.alphabet = alphabet;
        this.owners = owners;
        this.cells = cells;
        this.shapes = shapes;
        this.roleSets = roleSets;
        this.entries = entries;
        (named, indicators) = Number(entries, static entry => entry.Indicator);
        (timed, times) = Number(entries, static entry => entry.Time);
        beginUnits = new bool[alphabet.Length];
        foreach (var entry in entries)
            if (entry.Is(Role.Unit)) beginUnits[letters[entry.Term[0]]] = true;
        (counting, units) = LexiconUnits.ByWord(this);
    }

    /// <summary>The lexicon of the built-in tables.</summary>
    public static Lexicon Default { get; } = LexiconBuilder.FromTables();

    /// <summary>All words, in the order of their numbers.</summary>
    public IReadOnlyList<LexiconEntry> Entries => entries;

    /// <summary>The word of a number, from 1.</summary>
    public LexiconEntry Entry(int number) => entries[number - 1];

    /// <summary>The indicator that the word of a number, from 1, names, or null: known without a look at its entry.</summary>
    public IndicatorTerm? Indicator(int number) => indicators[named[number]];

    /// <summary>The time that the word of a number, from 1, says, or null: known without a look at its entry.</summary>
    public TimeTerm? Time(int number) => times[timed[number]];

    /// <summary>What nothing, the words and the marks look like, by <see cref="Beginning.Number"/>.</summary>
    public ReadOnlySpan<WordShape> Shapes => shapes;

    /// <summary>The sets of roles, by <see cref="WordShape.RoleSet"/>.</summary>
    public ReadOnlySpan<Role> RoleSets => roleSets;

    /// <summary>The longest word, or the mark, that begins at each place of <paramref name="text"/>, as many places as <paramref name="beginnings"/>
    /// has.</summary>
    /// <param name="text">Folded, at least as long as <paramref name="beginnings"/>.</param>
    /// <param name="beginnings">Filled with what begins at each place.</param>
    /// <param name="shapes">As many: filled with the shapes of the words and marks, where any begins.</param>
    /// <param name="words">Filled with a bit for each place, from the lowest: whether anything begins there. The number behind the last place is filled
    /// too.</param>
    public void LookUp(ReadOnlySpan<char> text, Span<Beginning> beginnings, Span<WordShape> shapes, Span<ulong> words)
    {
        for (var start = 0; start < beginnings.Length; start += Block)
        {
            var from = text[start..];
            var block = beginnings[start..Math.Min(start + Block, beginnings.Length)];
            LookUpLonger(from, block, LookUpLetters(from, block));
            words[start / Block] = Begun(block);
            LookUpShapes(block, words[start / Block], shapes[start..]);
        }

        if (beginnings.Length % Block == 0) words[beginnings.Length / Block] = 0;
    }

    /// <summary>The longest word that begins at <paramref name="start"/>; <paramref name="end"/> is the offset behind it or the mark there.</summary>
    public LexiconWord Longest(ReadOnlySpan<char> text, int start, out int end)
    {
        var beginning = LongestAt(text, start);
        end = start + shapes[beginning.Number].Length;
        return Word(beginning);
    }

    /// <summary>The word that begins at a place; none for a mark.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LexiconWord Word(Beginning beginning) =>
        new(IsWord(beginning) ? beginning.Number : (ushort)0, roleSets[shapes[beginning.Number].RoleSet]);

    /// <summary>Whether a word begins at a place, and no mark.</summary>
    public bool IsWord(Beginning beginning) => beginning.Number > 0 && beginning.Number <= entries.Length;

    /// <summary>The entry of exactly <paramref name="term"/> (folded), or null.</summary>
    public LexiconEntry? Find(ReadOnlySpan<char> term) =>
        !term.IsEmpty && Longest(term, 0, out var end) is { IsNone: false } word && end == term.Length ? Entry(word.Number) : null;

    /// <summary>Whether any unit begins with <paramref name="character"/>.</summary>
    public bool BeginsUnit(char character) => beginUnits[letters[character]];

    /// <summary>The longest unit at <paramref name="start"/>, or null where there is none or a longer word hides it.</summary>
    public UnitName? Unit(ReadOnlySpan<char> text, int start) =>
        start < text.Length && BeginsUnit(text[start]) ? Unit(LongestAt(text, start)) : null;

    /// <summary>The unit that a word is or begins with, or null.</summary>
    public UnitName? Unit(Beginning beginning) => units[counting[beginning.Number]];

    // By number of the word, which of the values it has, 0 for none: many words have one, and so all of it stays in the cache.
    private static (ushort[] Numbers, T?[] Values) Number<T>(LexiconEntry[] entries, Func<LexiconEntry, T?> of)
        where T : class
    {
        var numbers = new ushort[entries.Length + 1];
        var values = new List<T?> { null };
        for (var i = 0; i < entries.Length; i++)
        {
            if (of(entries[i]) is not { } value) continue;
            // The words of a row follow one another.
            if (!ReferenceEquals(value, values[^1])) values.Add(value);
            numbers[i + 1] = (ushort)(values.Count - 1);
        }

        return (numbers, [.. values]);
    }

    private Beginning LongestAt(ReadOnlySpan<char> text, int at)
    {
        var beginning = alphabet[letters[text[at]]];
        unchecked
        {
            while (++at < text.Length && beginning.Next + letters[text[at]] is var cell && owners[cell] == beginning.Next) beginning = cells[cell];
        }

        return beginning;
    }

    // What each letter begins; the bits of the places where the next letter goes on.
    private ulong LookUpLetters(ReadOnlySpan<char> text, Span<Beginning> beginnings)
    {
        // The tables have a place for each character, and for each letter behind each beginning; checks would cost as much as the look-up.
        ref var letters = ref MemoryMarshal.GetArrayDataReference(this.letters);
        ref var alphabet = ref MemoryMarshal.GetArrayDataReference(this.alphabet);
        ref var owners = ref MemoryMarshal.GetArrayDataReference(this.owners);
        ref var characters = ref MemoryMarshal.GetReference(text[..beginnings.Length]);
        ref var places = ref MemoryMarshal.GetReference(beginnings);
        var found = 0UL;
        nuint letter = Unsafe.Add(ref letters, characters);
        unchecked
        {
            var last = (nuint)(beginnings.Length - 1);
            for (nuint i = 0; i < last; i++)
            {
                var beginning = Unsafe.Add(ref alphabet, letter);
                Unsafe.Add(ref places, i) = beginning;
                letter = Unsafe.Add(ref letters, Unsafe.Add(ref characters, i + 1));
                found |= (Unsafe.Add(ref owners, beginning.Next + letter) == beginning.Next ? 1UL : 0) << (int)i;
            }

            // The text may end behind the last place.
            var end = Unsafe.Add(ref alphabet, letter);
            Unsafe.Add(ref places, last) = end;
            letter = Unsafe.Add(ref letters, At(text, (uint)beginnings.Length));
            return found | ((Unsafe.Add(ref owners, end.Next + letter) == end.Next ? 1UL : 0) << (int)last);
        }
    }

    // What the places of the bits begin with a letter more, and then of those where the next letter goes on. By itself, so that all that its loop needs
    // has a register.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void LookUpLonger(ReadOnlySpan<char> text, Span<Beginning> beginnings, ulong found)
    {
        ref var letters = ref MemoryMarshal.GetArrayDataReference(this.letters);
        ref var owners = ref MemoryMarshal.GetArrayDataReference(this.owners);
        ref var cells = ref MemoryMarshal.GetArrayDataReference(this.cells);
        ref var characters = ref MemoryMarshal.GetReference(text);
        ref var places = ref MemoryMarshal.GetReference(beginnings);
        for (var last = 1U; found != 0; last = unchecked(last + 1))
        {
            var open = found;
            found = 0;
            for (; open != 0; open &= unchecked(open - 1))
            {
                var i = (uint)BitOperations.TrailingZeroCount(open);
                ref var place = ref Unsafe.Add(ref places, i);
                var at = unchecked(i + last);
                var beginning = Unsafe.Add(ref cells, unchecked(place.Next + Unsafe.Add(ref letters, Unsafe.Add(ref characters, at))));
                place = beginning;
                var next = unchecked(beginning.Next + Unsafe.Add(ref letters, At(text, unchecked(at + 1))));
                found |= (Unsafe.Add(ref owners, next) == beginning.Next ? 1UL : 0) << (int)i;
            }
        }
    }

    // Of all that begins, before the words are chosen: there each word would wait for the one before it.
    private void LookUpShapes(ReadOnlySpan<Beginning> beginnings, ulong begun, Span<WordShape> found)
    {
        ref var all = ref MemoryMarshal.GetArrayDataReference(shapes);
        ref var places = ref MemoryMarshal.GetReference(beginnings);
        ref var target = ref MemoryMarshal.GetReference(found);
        for (; begun != 0; begun &= unchecked(begun - 1))
        {
            var i = (uint)BitOperations.TrailingZeroCount(begun);
            Unsafe.Add(ref target, i) = Unsafe.Add(ref all, Unsafe.Add(ref places, i).Number);
        }
    }

    // The bits of the places where something begins.
    private static ulong Begun(ReadOnlySpan<Beginning> beginnings)
    {
        const int Lanes = 8;
        ref var places = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<Beginning, uint>(beginnings));
        var none = 0UL;
        var at = 0;
        unchecked
        {
            for (; at <= beginnings.Length - Lanes; at += Lanes)
            {
                var numbers = Vector256.LoadUnsafe(ref places, (uint)at) & Vector256.Create((uint)ushort.MaxValue);
                none |= (ulong)Vector256.Equals(numbers, Vector256<uint>.Zero).ExtractMostSignificantBits() << at;
            }

            for (; at < beginnings.Length; at++) none |= ((ushort)Unsafe.Add(ref places, at) == 0 ? 1UL : 0) << at;
            return ~none & (ulong.MaxValue >> (Block - beginnings.Length));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static char At(ReadOnlySpan<char> text, uint at) => at < (uint)text.Length ? text[(int)at] : '\0';
}
