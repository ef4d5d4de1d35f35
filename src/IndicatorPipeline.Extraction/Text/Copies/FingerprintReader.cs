using System.Buffers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace IndicatorPipeline.Extraction.Text.Copies;

/// <summary>Folds the stretches of a speech and samples its wording and its numbers.</summary>
internal sealed class FingerprintReader(int capacity)
{
    // Six characters: long enough to be rare, short enough to survive a changed word nearby.
    private const int Shingle = 6;

    private const ulong Base = 0x9E3779B97F4A7C15;
    private const ulong BaseToShingle = unchecked(Base * Base * Base * Base * Base * Base);

    private const string ChineseDigits = "〇零一二三四五六七八九十百千万亿点";

    // Chinese numerals shorter than this stand in common words.
    private const int ShortestChineseNumeral = 3;

    private readonly List<uint> numerals = [];
    private readonly Dictionary<uint, int> repeats = [];
    private readonly StringBuilder folded = new(capacity);

    /// <summary>Reads the next stretch of the speech.</summary>
    public void Read(ReadOnlySpan<char> text)
    {
        var table = FoldTable.Entries;
        for (var i = 0; i < text.Length; i++)
        {
            var c = table[text[i]];
            if (c is FoldTable.Dropped or FoldTable.Blank or FoldTable.LineEnd) continue;
            if (c == '(' && i > 0 && PinyinEnd(text, i) is var close and > 0) i = close;
            else folded.Append(c);
        }
    }

    public SpeechFingerprint Fingerprint()
    {
        var text = folded.ToString();
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text));
        var words = ArrayPool<char>.Shared.Rent(text.Length + 1);
        var hashes = ArrayPool<uint>.Shared.Rent(text.Length + 1);
        var length = Words(text, words);
        var shingles = Shingles(words.AsSpan(0, length), hashes);
        ArrayPool<char>.Shared.Return(words);
        ArrayPool<uint>.Shared.Return(hashes);
        ReadNumerals(text);
        return new SpeechFingerprint(hash, length, shingles, Sketch.Of(CollectionsMarshal.AsSpan(numerals), SpeechFingerprint.MostNumerals));
    }

    // Punctuation differs from copy to copy.
    private static int Words(string text, char[] words)
    {
        var length = 0;
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c) || c == '%') words[length++] = c;
        }

        return length;
    }

    // Only the smallest hashes are kept, so the large ones need no sorting. A text that repeats itself may have too few small ones: then all are taken.
    private static Sketch Shingles(ReadOnlySpan<char> words, uint[] hashes)
    {
        const int Most = SpeechFingerprint.MostShingles;
        var limit = words.Length <= 4 * Most ? uint.MaxValue : (uint)((2L * Most << 32) / words.Length);
        var sketch = Sketch.Of(hashes.AsSpan(0, Hashes(words, limit, hashes)), Most);
        return sketch.Values.Length == Most || limit == uint.MaxValue ? sketch : Sketch.Of(hashes.AsSpan(0, Hashes(words, uint.MaxValue, hashes)), Most);
    }

    // A polynomial in the characters of each shingle, rolled along the text; all arithmetic is modulo 2^64 on purpose.
    private static int Hashes(ReadOnlySpan<char> words, uint limit, uint[] hashes)
    {
        var (count, hash) = (0, 0UL);
        unchecked
        {
            for (var i = 0; i < words.Length; i++)
            {
                hash = (hash * Base) + words[i];
                if (i < Shingle - 1) continue;
                if (i >= Shingle) hash -= words[i - Shingle] * BaseToShingle;
                var finished = Finish(hash);
                if (finished <= limit) hashes[count++] = finished;
            }
        }

        return count;
    }

    // Every occurrence of a number is a member of its own: 5% twice is not 5% once.
    private void ReadNumerals(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length;)
        {
            var end = i;
            if (char.IsAsciiDigit(text[i]))
            {
                while (end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] == '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1])))) end++;
                Add(text[i..end]);
            }
            else
            {
                while (end < text.Length && ChineseDigits.Contains(text[end])) end++;
                if (end - i >= ShortestChineseNumeral) Add(text[i..end]);
            }

            i = Math.Max(end, i + 1);
        }
    }

    private void Add(ReadOnlySpan<char> numeral)
    {
        var hash = Mix(numeral);
        ref var repeat = ref CollectionsMarshal.GetValueRefOrAddDefault(repeats, hash, out _);
        numerals.Add(Finish(hash + ((ulong)repeat++ << 32)));
    }

    private static uint Mix(ReadOnlySpan<char> word)
    {
        var hash = 14695981039346656037UL;
        unchecked
        {
            // FNV-1a over code units, then a finaliser: FNV alone leaves the upper bits of short words alike.
            foreach (var c in word) hash = (hash ^ c) * 1099511628211UL;
        }

        return Finish(hash);
    }

    // The finaliser of MurmurHash3 (A. Appleby, public domain).
    private static uint Finish(ulong hash)
    {
        unchecked
        {
            hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccdUL;
            hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53UL;
            return (uint)(hash >> 32);
        }
    }

    // 總結(jié): the reading that copy sites put behind a Traditional character.
    private static int PinyinEnd(ReadOnlySpan<char> text, int open)
    {
        if (FoldTable.Fold(text[open - 1]) == text[open - 1]) return 0;
        for (var i = open + 1; i < text.Length && i <= open + 7; i++)
        {
            if (text[i] is ')' or '）') return i > open + 1 ? i : 0;
            if (text[i] is not (>= 'a' and <= 'z' or >= '\u00E0' and <= '\u01DC')) return 0;
        }

        return 0;
    }
}
