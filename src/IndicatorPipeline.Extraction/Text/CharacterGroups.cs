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
    /// <summary>Number of groups.</summary>
    public const int Count = 8;

    private readonly Vector128<byte> first;
    private readonly Vector128<byte> second;
    private readonly Vector128<byte> third;
    private readonly Vector128<byte> fourth;

    /// <param name="members">The characters, each with its group from 0.</param>
    public CharacterGroups(IReadOnlyCollection<(char Character, int Group)> members) =>
        (first, second, third, fourth) = (ByDigit(members, 0), ByDigit(members, 4), ByDigit(members, 8), ByDigit(members, 12));

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

    private static Vector128<byte> ByDigit(IReadOnlyCollection<(char Character, int Group)> members, int shift)
    {
        Span<byte> groups = stackalloc byte[16];
        foreach (var (character, group) in members) groups[(character >> shift) & 15] |= (byte)(1 << group);
        return Vector128.Create((ReadOnlySpan<byte>)groups);
    }
}
