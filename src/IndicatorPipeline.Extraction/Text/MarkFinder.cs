using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace IndicatorPipeline.Extraction.Text;

/// <summary>Finds where the sentences of a folded text end and where its numbers can begin, in one pass.</summary>
/// <remarks>
/// Sixty-four characters are looked at together. Each of the four hexadecimal digits of a character's number says, by a table, in which of eight groups of marks it can
/// stand; a character that all four leave in a group is looked up by itself. About one in ten is, and every second one of those is a mark.
/// </remarks>
internal static class MarkFinder
{
    /// <summary>Every folded character that a number can begin with: a text without any of them has no numbers.</summary>
    public const string NumberBeginnings = "0123456789〇零一二两三四五六七八九十百千万亿几数翻半";

    private const string SentenceEnds = "。!?\n";
    private const int Block = 64;
    private const byte IsMark = 1;
    private const byte EndsSentence = 2;

    private static readonly byte[] Kinds = Build();
    private static readonly Vector128<byte>[] Digits = [.. Enumerable.Range(0, 4).Select(GroupsByDigit)];

    /// <summary>Writes the marks of <paramref name="text"/> in its order.</summary>
    /// <param name="text">Folded text.</param>
    /// <param name="found">Where they are written; at least as long as the text.</param>
    /// <returns>Their number.</returns>
    public static int Find(ReadOnlySpan<char> text, Span<TextMark> found)
    {
        var kinds = Kinds;
        var groups = new Groups(Digits);
        ref var characters = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<char, ushort>(text));
        var (at, count) = (0, 0);
        for (; at <= text.Length - Block; at += Block)
        {
            ref var block = ref Unsafe.Add(ref characters, at);
            // One loop over the candidates of many characters: its end is foreseen wrongly once in a block.
            var candidates = groups.Candidates(ref block, 0) | ((ulong)groups.Candidates(ref block, 16) << 16) | ((ulong)groups.Candidates(ref block, 32) << 32) | ((ulong)groups.Candidates(ref block, 48) << 48);
            for (; candidates != 0; candidates &= candidates - 1)
            {
                var offset = at + BitOperations.TrailingZeroCount(candidates);
                var kind = kinds[text[offset]];
                // Written always and counted where it is one: which it is cannot be foreseen, and a branch would be taken wrongly as often.
                found[count] = new TextMark((offset << 1) | (kind >> 1));
                count += kind & IsMark;
            }
        }

        for (; at < text.Length; at++)
        {
            var kind = kinds[text[at]];
            found[count] = new TextMark((at << 1) | (kind >> 1));
            count += kind & IsMark;
        }

        return count;
    }

    private static byte[] Build()
    {
        var kinds = new byte[char.MaxValue + 1];
        foreach (var c in NumberBeginnings) kinds[c] = IsMark;
        foreach (var c in SentenceEnds) kinds[c] = IsMark | EndsSentence;
        return kinds;
    }

    // Marks whose numbers share the upper byte are of one group; there are a few more upper bytes than groups.
    private static Vector128<byte> GroupsByDigit(int place)
    {
        const string Marks = NumberBeginnings + SentenceEnds;
        Span<byte> groups = stackalloc byte[16];
        var upper = Marks.Select(c => c >> 8).Distinct().ToList();
        foreach (var c in Marks) groups[(c >> (4 * place)) & 15] |= (byte)(1 << (upper.IndexOf(c >> 8) % 8));
        return Vector128.Create((ReadOnlySpan<byte>)groups);
    }

    // The groups that each hexadecimal digit can stand in, from the lowest.
    private readonly struct Groups(Vector128<byte>[] digits)
    {
        private readonly Vector128<byte> first = digits[0];
        private readonly Vector128<byte> second = digits[1];
        private readonly Vector128<byte> third = digits[2];
        private readonly Vector128<byte> fourth = digits[3];

        // A bit for each of sixteen characters.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public uint Candidates(ref ushort block, nuint offset)
        {
            var digit = Vector128.Create((byte)15);
            var byteOfTwo = Vector128.Create((ushort)255);
            var left = Vector128.LoadUnsafe(ref block, offset);
            var right = Vector128.LoadUnsafe(ref block, offset + 8);
            var lower = Vector128.Narrow(left & byteOfTwo, right & byteOfTwo);
            var upper = Vector128.Narrow(left >>> 8, right >>> 8);
            var groups = Vector128.Shuffle(first, lower & digit) & Vector128.Shuffle(second, lower >>> 4) & Vector128.Shuffle(third, upper & digit) & Vector128.Shuffle(fourth, upper >>> 4);
            return ~Vector128.Equals(groups, Vector128<byte>.Zero).ExtractMostSignificantBits() & 0xFFFF;
        }
    }
}
