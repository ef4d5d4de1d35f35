using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace IndicatorPipeline.Extraction.Text;

/// <summary>Tells of thirty-two characters at once in which of eight groups each can be.</summary>
/// <remarks>
/// Each of the four hexadecimal digits of a character's number says by a table in which groups it stands; what all four say can be so. Every member
/// of a group is told, and some others whose digits are those of different members: who asks looks closer.
/// </remarks>
internal readonly struct CharacterGroups
{
    private const int Count = 8;

    private readonly Vector256<byte> first;
    private readonly Vector256<byte> second;
    private readonly Vector256<byte> third;
    private readonly Vector256<byte> fourth;

    /// <param name="members">The characters.</param>
    /// <param name="keys">For each of them a character: those with the same one are of one group, and the kinds of them are dealt to the groups in
    /// turn.</param>
    public CharacterGroups(ReadOnlySpan<char> members, ReadOnlySpan<char> keys)
    {
        Span<byte> groups = stackalloc byte[4 * 16];
        Span<char> kinds = stackalloc char[keys.Length];
        var known = 0;
        for (var i = 0; i < members.Length; i++)
        {
            var kind = kinds[..known].IndexOf(keys[i]);
            if (kind < 0) kinds[kind = known++] = keys[i];
            for (var place = 0; place < 4; place++) groups[(16 * place) + ((members[i] >> (4 * place)) & 15)] |= (byte)(1 << (kind % Count));
        }

        first = Twice(groups);
        second = Twice(groups[16..]);
        third = Twice(groups[32..]);
        fourth = Twice(groups[48..]);
    }

    private static Vector256<byte> Twice(ReadOnlySpan<byte> table) => Vector256.Create(Vector128.Create(table), Vector128.Create(table));

    /// <summary>A byte with a bit for each group, for each of the thirty-two characters from <paramref name="offset"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<byte> Of(ref ushort text, nuint offset) => Of(Bytes(ref text, offset));

    /// <summary>The same, from what <see cref="Bytes"/> gives.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<byte> Of((Vector256<byte> Lower, Vector256<byte> Upper) bytes)
    {
        var digit = Vector256.Create((byte)15);
        return LookUp(first, bytes.Lower & digit) & LookUp(second, bytes.Lower >>> 4) & LookUp(third, bytes.Upper & digit) & LookUp(fourth,
            bytes.Upper >>> 4);
    }

    /// <summary>The bytes of the thirty-two characters from <paramref name="offset"/> on, for who asks them of several groups.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector256<byte> Lower, Vector256<byte> Upper) Bytes(ref ushort text, nuint offset)
    {
        var left = Vector256.LoadUnsafe(ref text, offset);
        var right = Vector256.LoadUnsafe(ref text, offset + 16);
        return (Vector256.Narrow(left, right), Vector256.Narrow(left >>> 8, right >>> 8));
    }

    /// <summary>A bit for each of thirty-two characters: whether <paramref name="groups"/> has any group for it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Any(Vector256<byte> groups) => ~Vector256.Equals(groups, Vector256<byte>.Zero).ExtractMostSignificantBits();

    /// <summary>Moves each byte to the place behind it; nothing stands at the first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Behind(Vector256<byte> groups)
    {
        if (!Avx2.IsSupported) return Vector256.Shuffle(groups, Vector256<byte>.Indices - Vector256<byte>.One);
        // The lower half goes up, so that its last byte is at hand for the upper one.
        const byte LowerUp = 0x08;
        const byte ButOne = 15;
        return Avx2.AlignRight(groups, Avx2.Permute2x128(groups, groups, LowerUp), ButOne);
    }

    // Both halves of the table are the same, so that either processor's way of looking up gives the same.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> LookUp(Vector256<byte> table, Vector256<byte> digits) => Avx2.IsSupported
        ? Avx2.Shuffle(table, digits)
        : Vector256.Create(Vector128.Shuffle(table.GetLower(), digits.GetLower()), Vector128.Shuffle(table.GetLower(), digits.GetUpper()));
}
