
namespace IndicatorPipeline.Extraction.Text;

/// <summary>The way back from a folded text to its source, kept as the stretches between which something was left out.</summary>
internal sealed class SourceMap
{
    // What is asked for next, the next line or figure, stands so few stretches behind what was asked for before.
    private const int NearStretches = 8;

    private readonly Pieces<Stretch> stretches = new();

    // The stretch that was asked for last: questions come in the order of the text.
    private int recent;

    /// <summary>Forgets all and begins a text whose first folded code unit comes from <paramref name="source"/>.</summary>
    public void Begin(int source)
    {
        stretches.Clear();
        stretches.Add(new Stretch(0, source));
        recent = 0;
    }

    /// <summary>Something is left out: the folded code unit at <paramref name="offset"/>, the next to be written, comes from <paramref name="source"/>.</summary>
    public void Skip(int offset, int source)
    {
        ref var last = ref stretches[stretches.Count - 1];
        if (last.Offset == offset) last = new Stretch(offset, source);
        else stretches.Add(new Stretch(offset, source));
        // While a text is folded, nothing but its last code unit is asked for.
        recent = Math.Max(0, stretches.Count - 2);
    }

    /// <summary>Source offset of the folded code unit at <paramref name="offset"/>.</summary>
    public int Source(int offset)
    {
        ref readonly var stretch = ref stretches[Holding(offset)];
        return offset - stretch.Offset + stretch.Source;
    }

    /// <summary>Whether something was left out right before the folded code unit at <paramref name="offset"/>.</summary>
    public bool IsBehindGap(int offset) => stretches[Holding(offset)].Offset == offset;

    /// <summary>Offset of the first folded code unit that comes from <paramref name="source"/> or from behind it.</summary>
    public int Offset(int source)
    {
        var all = stretches.Span;
        for (var steps = 0; steps < NearStretches && recent + 1 < all.Length && all[recent + 1].Source <= source; steps++) recent++;
        if (all[recent].Source > source || (recent + 1 < all.Length && all[recent + 1].Source <= source))
        {
            var (low, high) = (0, all.Length - 1);
            while (low < high)
            {
                var middle = (low + high + 1) / 2;
                if (all[middle].Source <= source) low = middle;
                else high = middle - 1;
            }

            recent = low;
        }

        var offset = Math.Max(source - all[recent].Source, 0) + all[recent].Offset;
        return recent + 1 < all.Length ? Math.Min(offset, all[recent + 1].Offset) : offset;
    }

    private int Holding(int offset)
    {
        var all = stretches.Span;
        if (all[recent].Offset <= offset)
        {
            for (var steps = 0; steps < NearStretches; steps++, recent++)
                if (recent + 1 == all.Length || offset < all[recent + 1].Offset) return recent;
        }
        else if (all[recent - 1].Offset <= offset)
        {
            return --recent;
        }

        var (low, high) = (0, all.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (all[middle].Offset <= offset) low = middle;
            else high = middle - 1;
        }

        return recent = low;
    }

    // Folded code units from Offset on come from as many source code units from Source on, up to the next stretch.
    private readonly record struct Stretch(int Offset, int Source);
}
