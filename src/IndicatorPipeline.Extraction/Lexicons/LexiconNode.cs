namespace IndicatorPipeline.Extraction.Lexicons;

/// <summary>A state of the automaton in eight bytes. The states that it leads to lie side by side.</summary>
internal readonly struct LexiconNode
{
    /// <summary>A state leads to at most this many others.</summary>
    public const int MostLinks = (1 << CountBits) - 1;

    /// <summary>There are fewer states than this.</summary>
    public const int MostNodes = 1 << (32 - CountBits);

    private const int CountBits = 9;

    private readonly uint links;

    /// <param name="character">The character that leads here.</param>
    /// <param name="word">Number of the word that ends here, or 0.</param>
    /// <param name="next">The first state that it leads to.</param>
    /// <param name="count">How many there are.</param>
    public LexiconNode(char character, ushort word, int next, int count)
    {
        Character = character;
        Word = word;
        links = ((uint)next << CountBits) | (uint)count;
    }

    /// <summary>The character that leads here.</summary>
    public char Character { get; }

    /// <summary>Number of the word that ends here, or 0.</summary>
    public ushort Word { get; }

    /// <summary>The first state that it leads to.</summary>
    public int Next => (int)(links >> CountBits);

    /// <summary>How many there are.</summary>
    public int Count => (int)(links & MostLinks);
}
