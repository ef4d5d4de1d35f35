namespace IndicatorPipeline.Extraction.Lexicons;

/// <summary>The state of the automaton behind two characters, in twelve bytes: most words end here, and what lies behind need not be looked at to know it.</summary>
internal readonly struct PairState
{
    private readonly uint follow;

    /// <param name="state">The same, as any other state: its character is the second of the pair.</param>
    /// <param name="followers">The characters that words go on with.</param>
    public PairState(LexiconNode state, IEnumerable<char> followers)
    {
        State = state;
        foreach (var character in followers) follow |= Bit(character);
    }

    /// <summary>The state.</summary>
    public LexiconNode State { get; }

    /// <summary>False where no word goes on with <paramref name="character"/>; true where one does, and sometimes by chance.</summary>
    public bool MayFollow(char character) => (follow & Bit(character)) != 0;

    private static uint Bit(char character) => 1u << (character & 31);
}
