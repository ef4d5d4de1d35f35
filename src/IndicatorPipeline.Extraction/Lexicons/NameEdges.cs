using System.Runtime.CompilerServices;

namespace IndicatorPipeline.Extraction.Lexicons;

/// <summary>How all names of indicators begin and end, and what stands before each end: tells at once that nearly any words do not make one together.</summary>
internal sealed class NameEdges
{
    private const int BitsOfWord = 64;

    // As many bits as let one in ten or so of other words pass, and no more: the maps are to stay in the cache.
    private const int EdgeBits = 16;
    private const int JointBits = 18;

    // The characters that are compared; a longer beginning or end is known by them well enough.
    private const int Longest = 4;

    private static readonly Lazy<NameEdges> Loaded = new(() => new NameEdges(Lexicon.Default.Entries));

    private readonly ulong[] starts = new ulong[(1 << EdgeBits) / BitsOfWord];
    private readonly ulong[] ends = new ulong[(1 << EdgeBits) / BitsOfWord];
    private readonly ulong[] joints = new ulong[(1 << JointBits) / BitsOfWord];

    private NameEdges(IEnumerable<LexiconEntry> entries)
    {
        foreach (var entry in entries)
        {
            if (entry.Indicator is null) continue;
            var name = entry.Term.AsSpan();
            for (var length = 1; length <= Math.Min(Longest, name.Length - 1); length++)
            {
                Note(starts, Place(name[..length], EdgeBits));
                Note(ends, Place(name[^length..], EdgeBits));
            }

            for (var at = 1; at < name.Length; at++) Note(joints, Joint(name[at - 1], name[at..]));
        }
    }

    /// <summary>Those of the built-in tables.</summary>
    public static NameEdges Default => Loaded.Value;

    /// <summary>Whether a name may begin with <paramref name="word"/> and go on behind it; false is sure.</summary>
    public bool MayBegin(ReadOnlySpan<char> word) => !word.IsEmpty && Has(starts, Place(word[..Math.Min(word.Length, Longest)], EdgeBits));

    /// <summary>Whether a name may go on before <paramref name="word"/> and end with it; false is sure.</summary>
    public bool MayEnd(ReadOnlySpan<char> word) => !word.IsEmpty && Has(ends, Place(Last(word), EdgeBits));

    /// <summary>Whether <paramref name="first"/>, or the end of it, and <paramref name="second"/> may be a name together; neither is empty. False is sure.</summary>
    public bool MayJoin(ReadOnlySpan<char> first, ReadOnlySpan<char> second) => Has(joints, Joint(first[^1], second));

    private static void Note(ulong[] edges, uint place) => edges[place / BitsOfWord] |= 1UL << (int)(place % BitsOfWord);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Has(ulong[] edges, uint place) => (edges[place / BitsOfWord] & (1UL << (int)(place % BitsOfWord))) != 0;

    private static ReadOnlySpan<char> Last(ReadOnlySpan<char> word) => word[Math.Max(0, word.Length - Longest)..];

    private static uint Joint(char before, ReadOnlySpan<char> end) => Place(Last(end), JointBits, before);

    private static uint Place(ReadOnlySpan<char> edge, int bits, uint hash = 0)
    {
        foreach (var c in edge) hash = unchecked((hash ^ c) * 0x9E3779B1);
        return hash >> (32 - bits);
    }
}
