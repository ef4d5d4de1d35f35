namespace IndicatorPipeline.Extraction.Lexicons;

/// <summary>Two characters that words begin with, in sixteen bytes: most words end here, and what lies behind need not be looked at to know it.</summary>
internal readonly struct LexiconPair
{
    // A bit for each character that words go on with, counted from the highest by the character's last six bits.
    private readonly ulong follow;
    private readonly Beginning beginning;

    /// <param name="first">The letter that it begins with.</param>
    /// <param name="beginning">The word that it is, else what the first letter is by itself.</param>
    /// <param name="followers">The states that words go on to.</param>
    public LexiconPair(ushort first, Beginning beginning, ReadOnlySpan<LexiconNode> followers)
    {
        First = first;
        this.beginning = beginning;
        foreach (var follower in followers) follow |= 1UL << (~follower.Character & 63);
    }

    /// <summary>The letter that it begins with; 0 where no pair stands.</summary>
    public ushort First { get; }

    /// <summary>What begins with it and goes on, or not, with the character <paramref name="third"/>.</summary>
    public Beginning Before(char third) => beginning.GoingOnIf(unchecked((uint)(follow << third >> 32)));
}
