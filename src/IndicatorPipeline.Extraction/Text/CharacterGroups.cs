using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace IndicatorPipeline.Extraction.Text;

/// <summary>Tells of sixteen characters at once in which of eight groups each can be.</summary>
/// <remarks>
/// Each of the four hexadecimal digits of a character's number says by a table in which groups it stands; what all four say can be so. Every member of a group is told,
/// and some others whose digits are those of different members: who asks looks closer.
/// </remarks>
internal readonly struct CharacterGroups
{
    private const int Count = 8;

    private readonly Vector128<byte> first;
    private readonly Vector128<byte> second;
    private readonly Vector128<byte> third;
    private readonly Vector128<byte> fourth;

    /// <param name="members">The characters.</param>
    /// <param name="keys">For each of them a character: those with the same one are of one group, and the kinds of them are dealt to the groups in turn.</param>
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

        first = Vector128.Create((ReadOnlySpan<byte>)groups);
        second = Vector128.Create((ReadOnlySpan<byte>)groups[16..]);
        third = Vector128.Create((ReadOnlySpan<byte>)groups[32..]);
        fourth = Vector128.Create((ReadOnlySpan<byte>)groups[48..]);
    }

    /// <summary>A byte with a bit for each group, for each of the sixteen characters from <paramref name="offset"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<byte> Of(ref ushort text, nuint offset)
    {
        var digit = Vector128.Create((byte)15);
        var lowerByte = Vector128.Create((ushort)255);
        var left = Vector128.LoadUnsafe(ref text, offset);
        var right = Vector128.LoadUnsafe(ref text, offset + 8);
        var lower = Vector128.Narrow(left & lowerByte, right & lowerByte);
        var upper = Vector128.Narrow(left >>> 8, right >>> 8);
        return Vector128.Shuffle(first, lower & digit) & Vector128.Shuffle(second, lower >>> 4) & Vector128.Shuffle(third, upper & digit) & Vector128.Shuffle(fourth, upper >>> 4);
    }

    /// <summary>A bit for each of sixteen characters: whether <paramref name="groups"/> has any group for it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Any(Vector128<byte> groups) => ~Vector128.Equals(groups, Vector128<byte>.Zero).ExtractMostSignificantBits() & 0xFFFF;
}
