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
    public bool IsIn(ReadOnlySpan<char> text) => NextEnd(text, 1) > 0;

    /// <summary>The offset of the next last character of a phrase in <paramref name="text"/>, at <paramref name="from"/> (not 0) or behind it; -1 if there is none.</summary>
    public int NextEnd(ReadOnlySpan<char> text, int from)
    {
        if (text.Length <= Block)
        {
            Span<char> block = stackalloc char[Block + 1];
            block.Clear();
            text.CopyTo(block);
            return NextEnd(block, 1, from);
        }

        var at = from;
        for (; at < text.Length - Block; at += Block)
            if (NextEnd(text, at, at) is var end and > 0) return end;
        // What is left, with what was seen before it.
        return NextEnd(text, text.Length - Block, at);
    }

    // The first of the thirty-two characters from an offset on that ends a phrase and does not stand before another offset, or -1.
    private int NextEnd(ReadOnlySpan<char> text, int at, int from)
    {
        ref var characters = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<char, ushort>(text));
        for (var candidates = CharacterGroups.Any(last.Of(ref characters, (nuint)at) & before.Of(ref characters, (nuint)at - 1)); candidates != 0; candidates &= candidates - 1)
        {
            var end = at + BitOperations.TrailingZeroCount(candidates);
            if (end < from) continue;
            foreach (var phrase in byEnd[text[end] % Buckets])
                if (phrase[^1] == text[end] && phrase[^2] == text[end - 1] && (phrase.Length == 2 || text[..(end + 1)].EndsWith(phrase, StringComparison.Ordinal))) return end;
        }

        return -1;
    }
}
