using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace IndicatorPipeline.Extraction.Text;

/// <summary>Finds where the sentences of a folded text end and where its numbers can begin, in one pass.</summary>
/// <remarks>
/// Sixty-four characters are looked at together by <see cref="CharacterGroups"/>. About one in ten is looked up by itself, and most of those are
/// marks.
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
    private static readonly CharacterGroups Groups = BuildGroups();

    /// <summary>Writes the marks of <paramref name="text"/> in its order.</summary>
    /// <param name="text">Folded text.</param>
    /// <param name="found">Where they are written; at least as long as the text.</param>
    /// <returns>Their number.</returns>
    public static int Find(ReadOnlySpan<char> text, Span<TextMark> found)
    {
        var kinds = Kinds;
        var groups = Groups;
        ref var characters = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<char, ushort>(text));
        var (at, count) = (0, 0);
        // No sum is beyond the length of the text.
        unchecked
        {
            for (; at <= text.Length - Block; at += Block)
            {
                ref var block = ref Unsafe.Add(ref characters, at);
                // One loop over the candidates of many characters: its end is foreseen wrongly once in a block.
                var candidates = CharacterGroups.Any(groups.Of(ref block, 0)) | ((ulong)CharacterGroups.Any(groups.Of(ref block, 32)) << 32);
                for (; candidates != 0; candidates &= candidates - 1)
                {
                    var offset = BitOperations.TrailingZeroCount(candidates);
                    count += Note(found, count, at + offset, kinds[Unsafe.Add(ref block, offset)]);
                }
            }

            for (; at < text.Length; at++) count += Note(found, count, at, kinds[text[at]]);
            return count;
        }
    }

    /// <summary>Index of the first of <paramref name="marks"/> that ends a sentence, or their number.</summary>
    public static int FirstEnd(ReadOnlySpan<TextMark> marks)
    {
        // Most sentences have fewer marks than are looked at at once.
        var at = 0;
        for (; at <= marks.Length - Vector256<int>.Count; at += Vector256<int>.Count)
            if (NearEnd(marks, at) is >= 0 and var end) return end;

        while (at < marks.Length && !marks[at].EndsSentence) at++;
        return at;
    }

    /// <summary>The same for the marks from <paramref name="from"/> on, if it is among the first few of them; −1 where it is not, or where too few are
    /// left to look at at once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int NearEnd(ReadOnlySpan<TextMark> marks, int from)
    {
        if (from > marks.Length - Vector256<int>.Count) return -1;
        ref var bits = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<TextMark, int>(marks));
        var ends = (Vector256.LoadUnsafe(ref bits, (nuint)from) << 31).ExtractMostSignificantBits();
        return ends == 0 ? -1 : from + BitOperations.TrailingZeroCount(ends);
    }

    // Written always and counted where it is one: which it is cannot be foreseen, and a branch would be taken wrongly as often.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Note(Span<TextMark> found, int count, int offset, byte kind)
    {
        found[count] = new TextMark((offset << 1) | (kind >> 1));
        return kind & IsMark;
    }

    private static byte[] Build()
    {
        var kinds = new byte[char.MaxValue + 1];
        foreach (var c in NumberBeginnings) kinds[c] = IsMark;
        foreach (var c in SentenceEnds) kinds[c] = IsMark | EndsSentence;
        return kinds;
    }

    // Marks whose numbers share the upper byte are of one group.
    private static CharacterGroups BuildGroups()
    {
        const string Marks = NumberBeginnings + SentenceEnds;
        return new CharacterGroups(Marks, string.Create(Marks.Length, Marks, static (upper, marks) =>
        {
            for (var i = 0; i < marks.Length; i++) upper[i] = (char)(marks[i] >> 8);
        }));
    }
}
