using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace IndicatorPipeline.Extraction.Text;

/// <summary>Finds where the sentences of a folded text end and where its numbers can begin, in one pass.</summary>
/// <remarks>
/// Sixty-four characters are looked at together by <see cref="CharacterGroups"/>. About one in ten is looked up by itself, and most of those are marks.
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
    /// <param name="ends">Where the indices of those that end a sentence are written; at least as long as the text.</param>
    /// <returns>The number of all and of these.</returns>
    public static (int Marks, int Ends) Find(ReadOnlySpan<char> text, Span<TextMark> found, Span<int> ends)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Math.Min(found.Length, ends.Length), text.Length);
        var kinds = Kinds;
        var groups = Groups;
        ref var characters = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<char, ushort>(text));
        ref var mark = ref MemoryMarshal.GetReference(found);
        ref var end = ref MemoryMarshal.GetReference(ends);
        var (at, count, ended) = (0, 0, 0);
        for (; at <= text.Length - Block; at += Block)
        {
            ref var block = ref Unsafe.Add(ref characters, at);
            // One loop over the candidates of many characters: its end is foreseen wrongly once in a block.
            var candidates = CharacterGroups.Any(groups.Of(ref block, 0)) | ((ulong)CharacterGroups.Any(groups.Of(ref block, 32)) << 32);
            for (; candidates != 0; candidates &= candidates - 1)
            {
                var offset = at + BitOperations.TrailingZeroCount(candidates);
                Note(ref mark, ref count, ref end, ref ended, offset, kinds[text[offset]]);
            }
        }

        for (; at < text.Length; at++) Note(ref mark, ref count, ref end, ref ended, at, kinds[text[at]]);
        return (count, ended);
    }

    // Written always and counted where it is one: which it is cannot be foreseen, and a branch would be taken wrongly as often. There are no more of them than characters.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Note(ref TextMark mark, ref int count, ref int end, ref int ended, int offset, byte kind)
    {
        Unsafe.Add(ref mark, count) = new TextMark((offset << 1) | (kind >> 1));
        Unsafe.Add(ref end, ended) = count;
        count += kind & IsMark;
        ended += kind >> 1;
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
