using System.Runtime.InteropServices;
using IndicatorPipeline.Extraction.Tables;
using IndicatorPipeline.Extraction.Text;

namespace IndicatorPipeline.Extraction.Lexicons;

/// <summary>Gathers words from the tables and freezes them into a <see cref="Lexicon"/>.</summary>
internal sealed class LexiconBuilder
{
    // What a change within one year is counted from.
    private static readonly string[] YearBefore = ["同比", "上年", "去年", "年初"];

    private const string Marks = ",;:。!?、()“”\"《》\n…[]【】-·.#*|/●■◆→★※";

    // The set of roles of what is a mark and no word.
    private const ushort MarkRoles = 1;

    private readonly Dictionary<string, LexiconEntry> entries = new(StringComparer.Ordinal);
    private readonly List<LexiconNode> nodes = [];
    private readonly List<Role> roles = [];
    private string[] terms = [];

    /// <summary>The lexicon of the built-in tables.</summary>
    /// <exception cref="BadTableException">A table has an unknown role, unit or indicator.</exception>
    public static Lexicon FromTables()
    {
        var builder = new LexiconBuilder();
        WordTable.AddTo(builder);
        UnitTable.AddTo(builder);
        TimeTable.AddTo(builder);
        IndicatorTable.Default.AddTo(builder);
        RegionTable.Default.AddTo(builder);
        return builder.Build();
    }

    /// <summary>The entry of <paramref name="term"/>, made if it is new.</summary>
    public LexiconEntry Entry(string term)
    {
        var folded = FoldTable.Fold(term);
        if (!entries.TryGetValue(folded, out var entry)) entries.Add(folded, entry = new LexiconEntry(folded));
        return entry;
    }

    /// <summary>Whether <paramref name="term"/> is already in.</summary>
    public bool Has(string term) => entries.ContainsKey(FoldTable.Fold(term));

    /// <summary>Freezes what was gathered.</summary>
    /// <exception cref="BadTableException">There are more words than the automaton can number.</exception>
    public Lexicon Build()
    {
        terms = [.. entries.Keys];
        Array.Sort(terms, StringComparer.Ordinal);
        if (terms.Length > ushort.MaxValue) throw TooMany($"than the {ushort.MaxValue} words that the lexicon can number");
        var roleSets = CollectRoles();
        // No state has the number 0.
        nodes.Add(default);
        var (letters, alphabet) = NumberLetters();
        foreach (var mark in Marks) alphabet[letters[mark]] = new LexiconLetter(0, new Beginning(0, 1, MarkRoles));
        var (pairs, states) = LayOut(letters, alphabet, roleSets);
        if (nodes.Count >= LexiconNode.MostNodes) throw TooMany($"words than fit the lexicon's {LexiconNode.MostNodes} states");
        return new Lexicon(letters, alphabet, pairs, states, [.. nodes], roleSets, [.. roles], [.. terms.Select(term => entries[term])]);
    }

    // The characters that words hold most often first, so that the pairs that texts are full of lie close together and stay in the cache.
    private (ushort[] Letters, LexiconLetter[] Alphabet) NumberLetters()
    {
        // How often, then which, in one number: no generic code that would be compiled at each start.
        var often = new long[char.MaxValue + 1];
        foreach (var character in string.Concat(terms) + Marks) often[character] = (often[character] | character) + (1 << 16);
        Array.Sort(often);
        var letters = new ushort[often.Length];
        var count = 0;
        for (var i = often.Length - 1; often[i] != 0; i--) letters[often[i] & char.MaxValue] = (ushort)++count;
        return (letters, new LexiconLetter[count + 1]);
    }

    // By number of the word, which of the sets its roles are.
    private ushort[] CollectRoles()
    {
        roles.AddRange(Role.None, Role.Mark);
        var sets = new Dictionary<Role, ushort>();
        var roleSets = new ushort[terms.Length + 1];
        for (var i = 0; i < terms.Length; i++)
        {
            var entry = entries[terms[i]];
            if (entry.Is(Role.Adverb | Role.Change) && YearBefore.Any(words => entry.Term.Contains(words, StringComparison.Ordinal))) entry.Roles |= Role.YearBefore;
            if (entry.Sign != 0) entry.Roles |= entry.Sign < 0 ? Role.Falls : Role.Rises;
            if (sets.TryAdd(entry.Roles, (ushort)roles.Count)) roles.Add(entry.Roles);
            roleSets[i + 1] = sets[entry.Roles];
        }

        if (roles.Count >= Beginning.MostRoleSets) throw TooMany($"than the {Beginning.MostRoleSets} sets of roles that words can have");
        return roleSets;
    }

    // The pairs of all letters in one array, as close as they go, and the states behind them; fills in the letters.
    private (LexiconPair[] Pairs, LexiconNode[] States) LayOut(ushort[] letters, LexiconLetter[] alphabet, ushort[] roleSets)
    {
        // By letter, the first of the states behind it; and how many there are with the letter, in one number: no generic code that would be compiled at each start.
        var firsts = new int[alphabet.Length];
        var begun = new long[alphabet.Length];
        for (var from = 0; from < terms.Length; from = End(from, terms.Length, 0))
        {
            var letter = letters[terms[from][0]];
            var isWord = terms[from].Length == 1;
            if (isWord) alphabet[letter] = new LexiconLetter(0, new Beginning((ushort)(from + 1), 1, roleSets[from + 1]));
            var (next, count) = Grow(isWord ? from + 1 : from, End(from, terms.Length, 0), 1);
            (firsts[letter], begun[letter]) = (next, ((long)-count << 16) | letter);
        }

        // Those with many find room first, and of as many each behind the one before.
        Array.Sort(begun);
        var pairs = new LexiconPair[8 * alphabet.Length];
        var states = new LexiconNode[pairs.Length];
        var all = CollectionsMarshal.AsSpan(nodes);
        var (at, before) = (0, 0);
        foreach (var key in begun)
        {
            var (letter, count) = ((ushort)(key & char.MaxValue), (int)-(key >> 16));
            if (count == 0) break;
            var seconds = all.Slice(firsts[letter], count);
            if (count != before) (at, before) = (0, count);
            while (!HasRoom(at, seconds)) at++;
            alphabet[letter] = alphabet[letter] with { Pairs = at };
            foreach (var state in seconds)
            {
                var place = at + letters[state.Character];
                var beginning = state.Word == 0 ? alphabet[letter].Alone : new Beginning(state.Word, 2, roleSets[state.Word]);
                pairs[place] = new LexiconPair(letter, beginning, all.Slice(state.Next, state.Count));
                states[place] = state;
            }
        }

        return (pairs, states);

        bool HasRoom(int at, ReadOnlySpan<LexiconNode> seconds)
        {
            // Every second letter may be asked for, not only those that there are.
            if (at + alphabet.Length > pairs.Length)
            {
                Array.Resize(ref pairs, 2 * pairs.Length);
                Array.Resize(ref states, pairs.Length);
            }

            foreach (var second in seconds)
                if (pairs[at + letters[second.Character]].First != 0) return false;
            return true;
        }
    }

    // Behind the sorted terms from one on that share its character at an offset.
    private int End(int from, int to, int offset)
    {
        var end = from + 1;
        while (end < to && terms[end][offset] == terms[from][offset]) end++;
        return end;
    }

    // The states behind a state, side by side, and then what lies behind each of them. All terms from the one to before the other lead to that state by their first characters.
    private (int Next, int Count) Grow(int from, int to, int length)
    {
        var children = new List<(int From, int To)>();
        for (var i = from; i < to; i = End(i, to, length)) children.Add((i, End(i, to, length)));
        if (children.Count > LexiconNode.MostLinks) throw TooMany($"than the {LexiconNode.MostLinks} characters that can follow a beginning, behind '{terms[from][..length]}'");
        // What most words go on with is found first.
        children.Sort(static (one, other) => other.To - other.From - (one.To - one.From) is not 0 and var more ? more : one.From - other.From);
        var next = nodes.Count;
        foreach (var _ in children) nodes.Add(default);
        for (var i = 0; i < children.Count; i++)
        {
            var (first, end) = children[i];
            var isWord = terms[first].Length == length + 1;
            var behind = Grow(isWord ? first + 1 : first, end, length + 1);
            nodes[next + i] = new LexiconNode(terms[first][length], (ushort)(isWord ? first + 1 : 0), behind.Next, behind.Count);
        }

        return (next, children.Count);
    }

    private static BadTableException TooMany(string what) => new("all tables", 0, $"more {what}");
}
