namespace IndicatorPipeline.Extraction.Lexicons;

/// <summary>The first and the last characters of all names of indicators: tells at once that nearly any word is the beginning or the end of none.</summary>
internal sealed class NameEdges
{
    private const int Bits = 1 << 16;
    private const int BitsOfWord = 64;

    // The characters that are compared; a longer word is known by them well enough.
    private const int Longest = 4;

    private readonly ulong[] starts = new ulong[Bits / BitsOfWord];
    private readonly ulong[] ends = new ulong[Bits / BitsOfWord];

    public NameEdges(IEnumerable<LexiconEntry> entries)
    {
        foreach (var entry in entries)
        {
            if (entry.Indicator is null) continue;
            for (var length = 1; length <= Math.Min(Longest, entry.Term.Length - 1); length++)
            {
                Note(starts, Place(entry.Term.AsSpan(0, length)));
                Note(ends, Place(entry.Term.AsSpan(entry.Term.Length - length)));
            }
        }
    }

    /// <summary>Whether a name may begin with <paramref name="word"/> and go on behind it; false is sure.</summary>
    public bool MayBegin(ReadOnlySpan<char> word) => !word.IsEmpty && Has(starts, Place(word[..Math.Min(word.Length, Longest)]));

    /// <summary>Whether a name may go on before <paramref name="word"/> and end with it; false is sure.</summary>
    public bool MayEnd(ReadOnlySpan<char> word) => !word.IsEmpty && Has(ends, Place(word[Math.Max(0, word.Length - Longest)..]));

    private static void Note(ulong[] edges, int place) => edges[place / BitsOfWord] |= 1UL << place;

    private static bool Has(ulong[] edges, int place) => (edges[place / BitsOfWord] & (1UL << place)) != 0;

    private static int Place(ReadOnlySpan<char> edge)
    {
        var hash = 0u;
        foreach (var c in edge) hash = unchecked((hash ^ c) * 0x9E3779B1);
        return (int)(hash >> 16);
    }
}
