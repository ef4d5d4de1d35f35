namespace IndicatorPipeline.Extraction.Lexicons;

/// <summary>
/// What begins at a place of a text, as far as its first two characters and a look at the third tell: the longest word of at most two characters, or a mark,
/// or nothing (the default); and whether a longer word may begin there.
/// </summary>
internal readonly struct Beginning
{
    /// <summary>There are fewer sets of roles than this.</summary>
    public const int MostRoleSets = 1 << (GoesOnAt - RoleSetAt);

    // From the lowest bit: 16 of the word's number, 2 of the length, 13 of the set of roles, and whether it may go on.
    private const int LengthAt = 16;
    private const int RoleSetAt = 18;
    private const int GoesOnAt = 31;

    private readonly uint bits;

    /// <param name="word">Number of the word, or 0 for a mark.</param>
    /// <param name="length">How many characters it has: 1 or 2.</param>
    /// <param name="roleSet">Which set of roles it has.</param>
    public Beginning(ushort word, int length, ushort roleSet)
        : this(word | ((uint)length << LengthAt) | ((uint)roleSet << RoleSetAt))
    {
    }

    private Beginning(uint bits) => this.bits = bits;

    /// <summary>Number of the word; 0 for a mark and for nothing.</summary>
    public ushort Word => unchecked((ushort)bits);

    /// <summary>Characters of the word or mark; 0 for nothing.</summary>
    public int Length => unchecked((int)(bits >> LengthAt & 3));

    /// <summary>Which set of roles it has.</summary>
    public uint RoleSet => bits >> RoleSetAt & (MostRoleSets - 1);

    /// <summary>False where no word of three characters or more begins; true where one does, and sometimes by chance.</summary>
    public bool MayGoOn => bits >> GoesOnAt != 0;

    /// <summary>This one where <paramref name="all"/> bits are set, the other one where none is; without a jump, which could not be foreseen.</summary>
    public Beginning If(uint all, Beginning other) => new(other.bits ^ ((other.bits ^ bits) & all));

    /// <summary>The same, with a longer word to come where the <paramref name="highest"/> bit is set.</summary>
    public Beginning GoingOnIf(uint highest) => new(bits | (highest & (1u << GoesOnAt)));
}
