namespace IndicatorPipeline.Extraction.Text;

/// <summary>Asks short folded texts (titles, clauses) for a few words; longer ones are searched by <see cref="PhraseSearch"/>.</summary>
internal static class Phrases
{
    /// <summary>Whether one of the words stands in <paramref name="text"/>.</summary>
    public static bool HoldsAny(ReadOnlySpan<char> text, ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            if (text.IndexOf(word) >= 0) return true;
        return false;
    }

    /// <summary>Whether <paramref name="text"/> ends with one of the words.</summary>
    public static bool EndsWithAny(ReadOnlySpan<char> text, ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            if (text.EndsWith(word)) return true;
        return false;
    }
}
