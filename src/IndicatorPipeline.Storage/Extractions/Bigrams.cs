namespace IndicatorPipeline.Storage.Extractions;

/// <summary>What the text index holds of a sentence; the same as the SQL function <c>mart.bigrams</c>.</summary>
internal static class Bigrams
{
    // As in the SQL function mart.fold.
    private const string Skipped = " \t\r\n\u00a0\u2002\u2003\u3000\u200b\ufeff";

    /// <summary>A number for each pair of neighbouring characters, without white space and with A–Z in lower case.</summary>
    public static int[] Of(string text)
    {
        var pairs = new HashSet<int>(text.Length);
        long? before = null;
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsBmp && Skipped.Contains((char)rune.Value, StringComparison.Ordinal)) continue;
            long character = rune.Value is >= 'A' and <= 'Z' ? rune.Value + ('a' - 'A') : rune.Value;
            if (before is { } first) pairs.Add((int)(((first * 65537) + character) % 2147483648));
            before = character;
        }

        return [.. pairs];
    }
}
