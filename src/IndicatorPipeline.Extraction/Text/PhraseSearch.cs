using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace IndicatorPipeline.Extraction.Text;

/// <summary>Looks for any of a few phrases in a folded text: for their last two characters, first by groups of characters at thirty-two places at
/// once, then each pair by a hash, and for the whole where a phrase may end.</summary>
/// <remarks>The base library's search for several strings is as quick for ASCII only.</remarks>
internal sealed class PhraseSearch
{
    private const int Buckets = 64;
    private const int Window = 32;

    // A bit for each hash of the last two characters: most pairs that the groups let pass end no phrase, and the phrases are far off.
    private const int PairBits = 12;
    private readonly ulong[] pairs = new ulong[1 << (PairBits - 6)];

    private readonly CharacterGroups last;
    private readonly CharacterGroups before;
    private readonly Phrase[][] byEnd;

    /// <param name="phrases">Folded, of two characters or more.</param>
    public PhraseSearch(IEnumerable<string> phrases)
    {
        // Phrases that end alike are of one group: what stands before the end must be one of theirs.
        var (ends, others) = (new StringBuilder(), new StringBuilder());
        byEnd = new Phrase[Buckets][];
        for (var i = 0; i < byEnd.Length; i++) byEnd[i] = [];
        foreach (var phrase in phrases)
        {
            ends.Append(phrase[^1]);
            others.Append(phrase[^2]);
            var pair = Pair(phrase[^2], phrase[^1]);
            pairs[pair >> 6] |= 1UL << (int)(pair & 63);
            ref var bucket = ref byEnd[phrase[^1] % Buckets];
            bucket = [.. bucket, new Phrase(phrase[^2], phrase[^1], phrase[..^2])];
        }

        last = new CharacterGroups(ends.ToString(), ends.ToString());
        before = new CharacterGroups(others.ToString(), ends.ToString());
    }

    /// <summary>Whether any phrase stands in <paramref name="text"/>.</summary>
    public bool IsIn(ReadOnlySpan<char> text) => NextEnd(text, 1) > 0;

    /// <summary>The offset of the next last character of a phrase in <paramref name="text"/>, at <paramref name="from"/> (not 0) or behind it; -1 if
    /// there is none.</summary>
    public int NextEnd(scoped ReadOnlySpan<char> text, int from)
    {
        if (text.Length <= from) return -1;
        if (text.Length < Window)
        {
            Span<char> window = stackalloc char[Window];
            window.Clear();
            text.CopyTo(window);
            text = window;
        }

        ref var characters = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<char, ushort>(text));
        ref var words = ref MemoryMarshal.GetArrayDataReference(pairs);
        // No sum is beyond the length of the text.
        unchecked
        {
            // The first character of a window was the last one of the window before; the last window ends with the text.
            for (var start = from - 1; ; start += Window - 1)
            {
                start = Math.Min(start, text.Length - Window);
                var bytes = CharacterGroups.Bytes(ref characters, (nuint)start);
                var candidates = CharacterGroups.Any(last.Of(bytes) & CharacterGroups.Behind(before.Of(bytes)));
                for (; candidates != 0; candidates &= candidates - 1)
                {
                    var end = start + BitOperations.TrailingZeroCount(candidates);
                    // The first character of a window ends none, so that there is one before it; and every hash has a bit.
                    var pair = Pair(Unsafe.Add(ref characters, end - 1), Unsafe.Add(ref characters, end));
                    if ((Unsafe.Add(ref words, pair >> 6) >> (int)(pair & 63) & 1) != 0 && end >= from && Ends(text, end)) return end;
                }

                if (start == text.Length - Window) return -1;
            }
        }
    }

    // Whether a phrase ends with the character at an offset, which is not the first.
    private bool Ends(ReadOnlySpan<char> text, int end)
    {
        var (before, last) = (text[end - 1], text[end]);
        foreach (ref readonly var phrase in byEnd[last % Buckets].AsSpan())
            if (phrase.Last == last && phrase.Before == before && text[..(end - 1)].EndsWith(phrase.Rest)) return true;
        return false;
    }

    private static uint Pair(uint before, uint last) => unchecked(((before << 16) | last) * 2654435769u) >> (32 - PairBits);

    // Its last two characters, and what stands before them: most phrases have no more.
    private readonly record struct Phrase(char Before, char Last, string Rest);
}
