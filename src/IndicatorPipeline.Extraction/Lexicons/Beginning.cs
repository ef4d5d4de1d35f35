namespace IndicatorPipeline.Extraction.Lexicons;

/// <summary>
/// What begins at a place of a text, as far as it has been read: the longest word, or a mark, or nothing, by its number in the lexicon; and where in
/// the lexicon longer beginnings stand. The default is nothing.
/// </summary>
/// <param name="bits">From the lowest: 16 of the number, 16 of where longer beginnings stand.</param>
/// <remarks>Four bytes: tens of thousands of them are looked up all over, and are to stay in the cache.</remarks>
internal readonly struct Beginning(uint bits)
{
    private const int NextAt = 16;

    /// <summary>Number of the word, from 1, or of the mark, above all words; 0 for nothing.</summary>
    public ushort Number => unchecked((ushort)bits);

    /// <summary>Where the beginnings that are longer by letter 0 would stand; 0 where there are no longer ones; of 16 bits, and
    /// without a conversion where it is added to.</summary>
    public uint Next => bits >> NextAt;

    /// <summary>The same, with longer beginnings at <paramref name="next"/>.</summary>
    public Beginning GoingOnAt(ushort next) => new(Number | ((uint)next << NextAt));
}
