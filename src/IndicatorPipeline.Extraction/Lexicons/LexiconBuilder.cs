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
        var size = 1024;
        foreach (var term in entries.Keys) size += term.Length;
        size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)size);
        var first = new ushort[char.MaxValue + 1];
        var accepted = new List<LexiconEntry?>(size / 2) { null };
        // The states of first characters come first, so that they fit 16 bits and share one small array of masks.
        foreach (var term in entries.Keys)
        {
            if (first[term[0]] != 0) continue;
            first[term[0]] = (ushort)accepted.Count;
            accepted.Add(null);
        }

        var pairs = new PairMap();
        var steps = new LexiconStep[size];
        foreach (var (term, entry) in entries)
        {
            int state = first[term[0]];
            if (term.Length > 1) pairs.Add(term[0], term[1]);
            for (var i = 1; i < term.Length; i++) state = Step(steps, state, term[i], i + 1 == term.Length, accepted);
            accepted[state] = entry;
        }

        if (accepted.Count > LexiconStep.MostStates) throw new BadTableException("all tables", 0, $"more words than fit the lexicon's {LexiconStep.MostStates} states");
        return new Lexicon(first, pairs, steps, [.. accepted]);
    }

    // Makes the step, or says of one that is there already what this word adds: that one ends or goes on there.
    private static int Step(LexiconStep[] steps, int state, char c, bool isLast, List<LexiconEntry?> accepted)
    {
        var key = LexiconStep.Key(state, c);
        var slot = LexiconStep.Slot(key, steps.Length - 1);
        while (!steps[slot].IsNone && !steps[slot].Is(key)) slot = (slot + 1) & (steps.Length - 1);
        var known = steps[slot];
        if (known.IsNone) accepted.Add(null);
        var target = known.IsNone ? accepted.Count - 1 : known.Target;
        steps[slot] = new LexiconStep(key, target, isLast || known.IsWord, !isLast || known.GoesOn);
        return target;
    }
}
