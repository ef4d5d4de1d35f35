using System.Collections;

namespace IndicatorPipeline.Extraction.Lexicons;

/// <summary>The last characters of all names of indicators: tells at once that nearly any word is the end of none.</summary>
internal sealed class NameEnds
{
    private const int Bits = 1 << 16;

    // The last characters that are compared; a longer word is known by them well enough.
    private const int Longest = 4;

    private readonly BitArray ends = new(Bits);

    public NameEnds(IEnumerable<LexiconEntry> entries)
    {
        foreach (var entry in entries)
        {
            if (entry.Indicator is null) continue;
            for (var length = 1; length <= Math.Min(Longest, entry.Term.Length - 1); length++) ends[Place(entry.Term.AsSpan(entry.Term.Length - length))] = true;
        }
    }

    /// <summary>Whether a name may go on before <paramref name="word"/> and end with it; false is sure.</summary>
    public bool MayEnd(ReadOnlySpan<char> word) => !word.IsEmpty && ends[Place(word[Math.Max(0, word.Length - Longest)..])];

    private static int Place(ReadOnlySpan<char> end)
    {
        var hash = 0u;
        foreach (var c in end) hash = unchecked((hash ^ c) * 0x9E3779B1);
        return (int)(hash >> 16);
    }
}
