using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;

namespace IndicatorPipeline.Extraction.Text;

/// <summary>Looks for any of a few phrases in a folded text: for their last two characters, thirty-two places at once, then for the whole.</summary>
/// <remarks>The base library's search for several strings is as quick for ASCII only.</remarks>
internal sealed class PhraseSearch
{
    private const int Buckets = 64;
    private const int Block = 32;

    private readonly CharacterGroups last;
    private readonly CharacterGroups before;
    private readonly string[][] byEnd;

    /// <param name="phrases">Folded, of two characters or more.</param>
    public PhraseSearch(IEnumerable<string> phrases)
    {
        // Phrases that end alike are of one group: what stands before the end must be one of theirs.
        var (ends, others) = (new StringBuilder(), new StringBuilder());
        byEnd = new string[Buckets][];
        for (var i = 0; i < byEnd.Length; i++) byEnd[i] = [];
        foreach (var phrase in phrases)
        {
            ends.Append(phrase[^1]);
            others.Append(phrase[^2]);
            ref var bucket = ref byEnd[phrase[^1] % Buckets];
            bucket = [.. bucket, phrase];
        }

        last = new CharacterGroups(ends.ToString(), ends.ToString());
        before = new CharacterGroups(others.ToString(), ends.ToString());
    }

    /// <summary>Whether any phrase stands in <paramref name="text"/>.</summary>
    public bool IsIn(ReadOnlySpan<char> text) => Count(text, 1) > 0;

    /// <summary>At how many places of <paramref name="text"/> phrases end; no more are looked for once there are <paramref name="enough"/>.</summary>
    public int Count(ReadOnlySpan<char> text, int enough)
    {
        if (text.Length <= Block)
        {
            Span<char> block = stackalloc char[Block + 1];
            block.Clear();
            text.CopyTo(block);
            return CountEnds(block, 1, 1);
        }

        var (at, count) = (1, 0);
        for (; at < text.Length - Block && count < enough; at += Block) count += CountEnds(text, at, at);
        // What is left, with what was seen before it.
        return count < enough ? count + CountEnds(text, text.Length - Block, at) : count;
    }

    // How many of the thirty-two characters from the offset on end a phrase, those before another offset left out.
    private int CountEnds(ReadOnlySpan<char> text, int at, int from)
    {
        var count = 0;
        ref var characters = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<char, ushort>(text));
        for (var candidates = CharacterGroups.Any(last.Of(ref characters, (nuint)at) & before.Of(ref characters, (nuint)at - 1)); candidates != 0; candidates &= candidates - 1)
        {
            var end = at + BitOperations.TrailingZeroCount(candidates);
            if (end >= from && IsEnd(text[..(end + 1)])) count++;
        }

        return count;
    }

    private bool IsEnd(ReadOnlySpan<char> text)
    {
        foreach (var phrase in byEnd[text[^1] % Buckets])
            if (text.EndsWith(phrase, StringComparison.Ordinal)) return true;
        return false;
    }
}
