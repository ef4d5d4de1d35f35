using IndicatorPipeline.Extraction.Tables;
using IndicatorPipeline.Extraction.Text;

namespace IndicatorPipeline.Extraction.Lexicons;

/// <summary>Gathers words from the tables and freezes them into a <see cref="Lexicon"/>.</summary>
internal sealed class LexiconBuilder
{
    private readonly Dictionary<string, LexiconEntry> entries = new(StringComparer.Ordinal);
    private readonly List<LexiconNode> nodes = [];
    private readonly List<char> characters = [];
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
        if (terms.Length > ushort.MaxValue) throw new BadTableException("all tables", 0, $"more than the {ushort.MaxValue} words that the lexicon can number");
        nodes.Add(default);
        characters.Add('\0');
        Grow(0, 0, terms.Length, 0);
        var first = new ushort[char.MaxValue + 1];
        var pairs = new PairMap(nodes.Skip(1).Take(nodes[0].Count).Sum(node => node.Count));
        for (var node = 1; node <= nodes[0].Count; node++)
        {
            first[characters[node]] = (ushort)(node | (nodes[node].Word != 0 ? Lexicon.IsWord : 0));
            for (var second = nodes[node].Next; second < nodes[node].Next + nodes[node].Count; second++) pairs.Add(characters[node], characters[second], second);
        }

        var words = new LexiconWord[terms.Length + 1];
        for (var i = 0; i < terms.Length; i++) words[i + 1] = new LexiconWord(entries[terms[i]], entries[terms[i]].Roles);
        return new Lexicon(first, pairs, [.. nodes], [.. characters, .. new char[Lexicon.Padding]], words);
    }

    // The states behind a state, side by side, and then what lies behind each of them. The sorted terms from the one to before the other all lead to the state by their first characters.
    private void Grow(int node, int from, int to, int length)
    {
        var next = nodes.Count;
        for (var i = from; i < to; i++)
        {
            if (i > from && terms[i][length] == terms[i - 1][length]) continue;
            nodes.Add(new LexiconNode(0, 0, (ushort)(terms[i].Length == length + 1 ? i + 1 : 0)));
            characters.Add(terms[i][length]);
        }

        nodes[node] = new LexiconNode(next, (ushort)(nodes.Count - next), nodes[node].Word);
        for (int i = from, child = next; i < to; child++)
        {
            var end = i + 1;
            while (end < to && terms[end][length] == terms[i][length]) end++;
            if (nodes[child].Word != 0) i++;
            if (i < end) Grow(child, i, end, length + 1);
            i = end;
        }
    }
}
