
using System.Runtime.CompilerServices;

namespace IndicatorPipeline.Extraction.Text;

/// <summary>The way back from a folded text to its source, kept as the stretches between which something was left out.</summary>
internal sealed class SourceMap
{
    private readonly Pieces<Stretch> stretches = new();

    // The stretch that was asked for last: questions come in the order of the text.
    private int recent;

    // The same for places in the folded text: where it begins, how many code units it has and how far from them their source is.
    private int first;
    private int count;
    private int distance;

    /// <summary>Forgets all and begins a text whose first folded code unit comes from <paramref name="source"/>.</summary>
    public void Begin(int source)
    {
        stretches.Clear();
        stretches.Add(new Stretch(0, source));
        (recent, count) = (0, 0);
    }

    /// <summary>Something is left out: the folded code unit at <paramref name="offset"/>, the next to be written, comes from <paramref
    /// name="source"/>.</summary>
    public void Skip(int offset, int source)
    {
        unchecked
        {
            ref var last = ref stretches[stretches.Count - 1];
            if (last.Offset == offset) last = new Stretch(offset, source);
            else stretches.Add(new Stretch(offset, source));
            // While a text is folded, nothing but its last code unit is asked for.
            (recent, count) = (Math.Max(0, stretches.Count - 2), 0);
        }
    }

    /// <summary>Source offset of the folded code unit at <paramref name="offset"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Source(int offset)
    {
        if (unchecked((uint)(offset - first) >= (uint)count)) Enter(offset);
        return unchecked(offset + distance);
    }

    /// <summary>Whether something was left out right before the folded code unit at <paramref name="offset"/>.</summary>
    public bool IsBehindGap(int offset) => stretches[Holding(offset)].Offset == offset;

    /// <summary>Offset of the first folded code unit that comes from <paramref name="source"/> or from behind it.</summary>
    public int Offset(int source)
    {
        var all = stretches.Span;
        if (all[recent].Source > source || (recent + 1 < all.Length && all[recent + 1].Source <= source)) recent = Find(all, source, ofSource: true);
        ref readonly var stretch = ref all[recent];
        var offset = Math.Max(source - stretch.Source, 0) + stretch.Offset;
        return recent + 1 < all.Length ? Math.Min(offset, all[recent + 1].Offset) : offset;
    }

    // Makes the stretch that holds the offset the one that is at hand.
    private void Enter(int offset)
    {
        var at = Holding(offset);
        ref readonly var stretch = ref stretches[at];
        first = stretch.Offset;
        count = (at + 1 < stretches.Count ? stretches[at + 1].Offset : int.MaxValue) - first;
        distance = stretch.Source - stretch.Offset;
    }

    private int Holding(int offset)
    {
        var all = stretches.Span;
        if (all[recent].Offset > offset || (recent + 1 < all.Length && all[recent + 1].Offset <= offset)) recent = Find(all, offset, ofSource: false);
        return recent;
    }

    // The last stretch that begins at a place or before it, else the first of all: what is asked for next stands few stretches from what was asked
    // for before, so steps that double lead there.
    private int Find(ReadOnlySpan<Stretch> all, int place, bool ofSource)
    {
        var (low, high) = (recent, recent + 1);
        if (all[low].Begins(ofSource) <= place)
            for (var step = 1; high < all.Length && all[high].Begins(ofSource) <= place; step *= 2)
                (low, high) = (high, Math.Min(high + step, all.Length));
        else
            for (var step = 1; low > 0 && all[low].Begins(ofSource) > place; step *= 2) (low, high) = (Math.Max(low - step, 0), low);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            if (all[middle].Begins(ofSource) <= place) low = middle;
            else high = middle;
        }

        return low;
    }

    // Folded code units from Offset on come from as many source code units from Source on, up to the next stretch.
    private readonly record struct Stretch(int Offset, int Source)
    {
        public int Begins(bool ofSource) => ofSource ? Source : Offset;
    }
}
