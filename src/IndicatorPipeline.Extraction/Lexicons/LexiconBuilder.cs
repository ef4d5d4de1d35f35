using IndicatorPipeline.Extraction.Tables;
using IndicatorPipeline.Extraction.Text;

namespace IndicatorPipeline.Extraction.Lexicons;

/// <summary>Gathers words from the tables and freezes them into a <see cref="Lexicon"/>.</summary>
internal sealed class LexiconBuilder
{
    // What a change within one year is counted from.
    private static readonly string[] YearBefore = ["同比", "上年", "去年", "年初"];

    private readonly Dictionary<string, LexiconEntry> entries = new(StringComparer.Ordinal);
    private readonly List<LexiconNode> nodes = [];
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
        var singles = new ushort[char.MaxValue + 1];
        // No state has the number 0.
        nodes.Add(default);
        var pairs = new PairMap<PairState>(Starts(2));
        for (var from = 0; from < terms.Length; from = End(from, terms.Length, 0))
        {
            var first = terms[from][0];
            var end = End(from, terms.Length, 0);
            if (terms[from].Length == 1) singles[first] = (ushort)(from + 1);
            var (next, count) = Grow(terms[from].Length == 1 ? from + 1 : from, end, 1);
            for (var node = next; node < next + count; node++)
                pairs.Add(first, nodes[node].Character, new PairState(nodes[node], nodes.GetRange(nodes[node].Next, nodes[node].Count).Select(static behind => behind.Character)));
        }

        if (nodes.Count >= LexiconNode.MostNodes) throw TooMany($"words than fit the lexicon's {LexiconNode.MostNodes} states");
        var roles = new List<Role>();
        var sets = new Dictionary<Role, ushort>();
        var roleSets = new ushort[terms.Length + 1];
        for (var i = 0; i < terms.Length; i++)
        {
            var entry = entries[terms[i]];
            if (entry.Is(Role.Adverb | Role.Change) && YearBefore.Any(words => entry.Term.Contains(words, StringComparison.Ordinal))) entry.Roles |= Role.YearBefore;
            if (sets.TryAdd(entry.Roles, (ushort)roles.Count)) roles.Add(entry.Roles);
            roleSets[i + 1] = sets[entry.Roles];
        }

        return new Lexicon(singles, pairs, [.. nodes], roleSets, [.. roles], [.. terms.Select(term => entries[term])]);
    }

    // How many beginnings of this length the sorted terms have.
    private int Starts(int length)
    {
        var count = 0;
        for (var i = 0; i < terms.Length; i++)
            if (terms[i].Length >= length && !(i > 0 && terms[i - 1].AsSpan().StartsWith(terms[i].AsSpan(0, length)))) count++;
        return count;
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
