namespace IndicatorPipeline.Extraction.Lexicons;

/// <summary>
/// What begins at a place of a text, as far as it has been read: the longest word, or a mark, or nothing; and where in the lexicon longer beginnings
/// stand.
/// </summary>
internal readonly struct Beginning
{
    /// <summary>There are at most this many sets of roles.</summary>
    public const int MostRoleSets = 1 << (NextAt - RoleSetAt);

    /// <summary>Words are shorter than this.</summary>
    public const int MostCharacters = 1 << (RoleSetAt - LengthAt);

    // From the lowest bit: 16 of the word's number or the mark, 6 of the length, 10 of the set of roles, 16 of where longer beginnings stand.
    private const int LengthAt = 16;
    private const int RoleSetAt = 22;
    private const int NextAt = 32;

    // The set of roles of what is a mark and no word.
    private const int MarkRoles = 1;

    private readonly ulong bits;

    /// <param name="word">Number of the word.</param>
    /// <param name="length">How many characters it has.</param>
    /// <param name="roleSet">Which set of roles it has.</param>
    public Beginning(int word, int length, int roleSet)
        : this((uint)word | ((ulong)length << LengthAt) | ((ulong)roleSet << RoleSetAt))
    {
    }

    private Beginning(ulong bits) => this.bits = bits;

    /// <summary>The sets of roles that are there before those of the words.</summary>
    public static ReadOnlySpan<Role> FirstRoleSets => [Role.None, Role.Mark];

    /// <summary>Number of the word or the mark itself; 0 for nothing.</summary>
    public ushort Code => unchecked((ushort)bits);

    /// <summary>Number of the word; 0 for a mark and for nothing.</summary>
    public ushort Word => RoleSet == MarkRoles ? (ushort)0 : Code;

    /// <summary>Characters of the word or mark; 1 for nothing.</summary>
    public int Length => unchecked((int)(bits >> LengthAt) & (MostCharacters - 1));

    /// <summary>Which set of roles it has.</summary>
    public int RoleSet => unchecked((int)(bits >> RoleSetAt) & (MostRoleSets - 1));

    /// <summary>Where the beginnings that are longer by letter 0 would stand; 0 where there are no longer ones.</summary>
    public int Next => unchecked((int)(bits >> NextAt));

    /// <summary>No word and no mark.</summary>
    public static Beginning Nothing => new(0, 1, 0);

    /// <summary>A punctuation mark.</summary>
    /// <param name="mark">The mark.</param>
    public static Beginning OfMark(char mark) => new(mark, 1, MarkRoles);

    /// <summary>The same, with longer beginnings at <paramref name="next"/>.</summary>
    public Beginning GoingOnAt(ushort next) => new((bits & uint.MaxValue) | ((ulong)next << NextAt));
}
