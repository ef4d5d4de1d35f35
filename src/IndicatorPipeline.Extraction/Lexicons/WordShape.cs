namespace IndicatorPipeline.Extraction.Lexicons;

/// <summary>What cutting a sentence into words asks of each word and mark: how long it is, and which set of roles it has.</summary>
/// <remarks>Two bytes: all of them stay in the cache.</remarks>
internal readonly struct WordShape
{
    /// <summary>Words are shorter than this.</summary>
    public const int MostCharacters = 1 << RoleSetAt;

    /// <summary>There are at most this many sets of roles.</summary>
    public const int MostRoleSets = 1 << (16 - RoleSetAt);

    // The set of roles of what is a mark and no word.
    private const int MarkRoles = 1;

    // From the lowest bit: 6 of the length, 10 of the set of roles.
    private const int RoleSetAt = 6;

    private readonly ushort bits;

    /// <param name="length">Characters of the word or mark; 1 for nothing.</param>
    /// <param name="roleSet">Which set of roles it has.</param>
    public WordShape(int length, int roleSet) => bits = (ushort)(length | (roleSet << RoleSetAt));

    /// <summary>The sets of roles that are there before those of the words: of nothing, and of a mark.</summary>
    public static ReadOnlySpan<Role> FirstRoleSets => [Role.None, Role.Mark];

    /// <summary>No word and no mark.</summary>
    public static WordShape Nothing => new(1, 0);

    /// <summary>A punctuation mark.</summary>
    public static WordShape Mark => new(1, MarkRoles);

    /// <summary>Characters of the word or mark; 1 for nothing.</summary>
    public int Length => bits & (MostCharacters - 1);

    /// <summary>Which set of roles it has.</summary>
    public int RoleSet => bits >> RoleSetAt;
}
