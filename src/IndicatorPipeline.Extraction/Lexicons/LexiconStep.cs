namespace IndicatorPipeline.Extraction.Lexicons;

/// <summary>A step of the automaton in eight bytes: from a state, by a character, to a state. The default is no step.</summary>
internal readonly struct LexiconStep
{
    /// <summary>States are below this.</summary>
    public const int MostStates = 1 << StateBits;

    private const int StateBits = 20;
    private const int KeyBits = StateBits + 16;
    private const ulong KeyMask = (1UL << KeyBits) - 1;
    private const ulong WordBit = 1UL << 62;
    private const ulong GoesOnBit = 1UL << 63;

    private readonly ulong bits;

    private LexiconStep(ulong bits) => this.bits = bits;

    /// <param name="key">From <see cref="Key"/>.</param>
    /// <param name="target">The state it leads to, from 1.</param>
    /// <param name="isWord">Whether a word ends there.</param>
    /// <param name="goesOn">Whether a longer word goes on from there.</param>
    public LexiconStep(ulong key, int target, bool isWord, bool goesOn)
        : this(key | ((ulong)target << KeyBits) | (isWord ? WordBit : 0) | (goesOn ? GoesOnBit : 0))
    {
    }

    /// <summary>The state it leads to; 0 for no step.</summary>
    public int Target => unchecked((int)(bits >> KeyBits) & (MostStates - 1));

    /// <summary>Whether a word ends behind its character.</summary>
    public bool IsWord => (bits & WordBit) != 0;

    /// <summary>Whether a word goes on behind its character.</summary>
    public bool GoesOn => (bits & GoesOnBit) != 0;

    /// <summary>Whether it is no step.</summary>
    public bool IsNone => bits == 0;

    /// <summary>What a step from <paramref name="state"/> by <paramref name="c"/> is found by.</summary>
    public static ulong Key(int state, char c) => unchecked(((ulong)(uint)state << 16) | c);

    /// <summary>Where the search for <paramref name="key"/> begins in a table of a power of two of slots.</summary>
    public static int Slot(ulong key, int mask) => unchecked((int)((key * 11400714819323198485UL) >> 40)) & mask;

    /// <summary>Whether it is the step of <paramref name="key"/>.</summary>
    public bool Is(ulong key) => (bits & KeyMask) == key;
}
