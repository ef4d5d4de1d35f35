using System.Runtime.CompilerServices;

namespace IndicatorPipeline.Extraction.Lexicons;

/// <summary>How all names of indicators begin and end, and what stands before each end: tells at once that nearly any words do not make one
/// together.</summary>
internal sealed class NameEdges
{
    private const int BitsOfWord = 64;
    private const int BitsOfHash = 32;

    // As many bits as let one in ten or so of other words pass, and no more: the maps are to stay in the cache.
    private const int EdgeBits = 16;
    private const int JointBits = 18;
    private const int BeforeBits = 11;

    /// <summary>The characters that are compared; a longer beginning or end is known by them well enough.</summary>
    public const int Longest = 4;

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
                Note(starts, Hash(name[..length]) >> (BitsOfHash - EdgeBits));
                Note(ends, EndOf(name[^length..]) >> (BitsOfHash - EdgeBits));
            }

            for (var at = 1; at < name.Length; at++) Note(joints, Joint(name[at - 1], EndOf(name[at..])));
        }
    }

    /// <summary>Those of the built-in tables.</summary>
    public static NameEdges Default => Loaded.Value;

    /// <summary>Whether a name may begin with <paramref name="word"/> and go on behind it; false is sure.</summary>
    public bool MayBegin(ReadOnlySpan<char> word) =>
        !word.IsEmpty && Has(starts, Hash(word[..Math.Min(word.Length, Longest)]) >> (BitsOfHash - EdgeBits));

    /// <summary>Whether a name may go on before the word of which <paramref name="end"/> is the end, and end with it; false is sure.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayEnd(uint end) => Has(ends, end >> (BitsOfHash - EdgeBits));

    /// <summary>Whether <paramref name="word"/> may be a name; false is sure.</summary>
    public bool MayBe(ReadOnlySpan<char> word) => word.Length < 2 || MayEnd(EndOf(word[1..]));

    /// <summary>Whether words that end in <paramref name="before"/>, or the end of them, and the word of which <paramref name="end"/> is the end may
    /// be a name together. False is sure.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayJoin(char before, uint end) => Has(joints, Joint(before, end));

    /// <summary>What stands for the last characters of <paramref name="word"/>, which is not empty.</summary>
    public static uint EndOf(ReadOnlySpan<char> word) => Hash(word[Math.Max(0, word.Length - Longest)..]);

    private static void Note(ulong[] edges, uint place) => edges[place / BitsOfWord] |= 1UL << (int)(place % BitsOfWord);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Has(ulong[] edges, uint place) => (edges[place / BitsOfWord] & (1UL << (int)(place % BitsOfWord))) != 0;

    // All that may stand before one end lies side by side: one end is asked for with one character after another before it.
    private static uint Joint(char before, uint end) =>
        (end >> (BitsOfHash - JointBits) & ~((1U << BeforeBits) - 1)) | (Mix(0, before) >> (BitsOfHash - BeforeBits));

    private static uint Hash(ReadOnlySpan<char> edge)
    {
        var hash = 0u;
        foreach (var c in edge) hash = Mix(hash, c);
        return hash;
    }

    private static uint Mix(uint hash, char c) => unchecked((hash ^ c) * 0x9E3779B1);
}
