using System.Buffers;

namespace IndicatorPipeline.Extraction.Text;

/// <summary>Looks for any of a few phrases in a folded text: for their last characters with vector instructions, then for what stands before those.</summary>
/// <remarks>The base library's search for several strings is as quick for ASCII only.</remarks>
internal sealed class PhraseSearch
{
    private const int Buckets = 64;

    private readonly SearchValues<char> ends;
    private readonly string[][] byEnd;

    public PhraseSearch(IEnumerable<string> phrases)
    {
        var all = phrases.Distinct().ToArray();
        ends = SearchValues.Create([.. all.Select(phrase => phrase[^1])]);
        byEnd = [.. Enumerable.Range(0, Buckets).Select(bucket => all.Where(phrase => phrase[^1] % Buckets == bucket).ToArray())];
    }

    /// <summary>Whether any phrase stands in <paramref name="text"/>.</summary>
    public bool IsIn(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var step = text[at..].IndexOfAny(ends);
            if (step < 0) return false;
            at += step;
            foreach (var phrase in byEnd[text[at] % Buckets])
                if (text[..(at + 1)].EndsWith(phrase, StringComparison.Ordinal)) return true;
        }

        return false;
    }
}
