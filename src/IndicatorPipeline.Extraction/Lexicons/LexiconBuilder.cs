using IndicatorPipeline.Extraction.Tables;
using IndicatorPipeline.Extraction.Text;

namespace IndicatorPipeline.Extraction.Lexicons;

/// <summary>Gathers words from the tables and freezes them into a <see cref="Lexicon"/>.</summary>
internal sealed class LexiconBuilder
{
    private readonly Dictionary<string, LexiconEntry> entries = new(StringComparer.Ordinal);

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
    public Lexicon Build()
    {
        var characters = entries.Keys.Sum(term => term.Length);
        var size = 1024;
        while (size < characters * 2) size *= 2;
        var first = new int[char.MaxValue + 1];
        var keys = new long[size];
        var targets = new int[size];
        var accepted = new List<LexiconEntry?> { null };
        foreach (var (term, entry) in entries)
        {
            ref var start = ref first[term[0]];
            if (start == 0)
            {
                start = accepted.Count;
                accepted.Add(null);
            }

            var state = start;
            for (var i = 1; i < term.Length; i++)
            {
                var key = ((long)state << 16) | term[i];
                var slot = Lexicon.Slot(key, size - 1);
                while (keys[slot] != 0 && keys[slot] != key) slot = (slot + 1) & (size - 1);
                if (keys[slot] == 0)
                {
                    keys[slot] = key;
                    targets[slot] = accepted.Count;
                    accepted.Add(null);
                }

                state = targets[slot];
            }

            accepted[state] = entry;
        }

        return new Lexicon(first, keys, targets, [.. accepted]);
    }
}
