namespace IndicatorPipeline.Extraction.Text.Splitting;

/// <summary>Tells a story from a speech: novels, serials and portraits count people, miles and years too, but report nothing of a place.</summary>
/// <remarks>
/// A story speaks of him and her, a government of itself. Among 5,000 characters a story says 他 or 她 (not 他们, 其他) 25 to 150 times, a work report
/// never and the most personal of the speeches known to the project five times. Statistics in plenty outweigh it: a news report quotes people and
/// gives figures.
/// </remarks>
internal static class Narration
{
    // Characters of text under which no rate is told.
    private const int Shortest = 600;

    // He and she per thousand characters, from which on a text is a story.
    private const double Pronouns = 5;

    // Amounts of money and per cent per thousand characters, from which on it is none.
    private const double Statistics = 1;

    /// <summary>Whether <paramref name="text"/>, as decoded, is a story.</summary>
    public static bool Tells(ReadOnlySpan<char> text)
    {
        if (text.Length < Shortest) return false;
        var pronouns = 0;
        for (var rest = text; rest.IndexOfAny('他', '她') is var at and >= 0; rest = rest[(at + 1)..])
        {
            var others = (at > 0 && rest[at - 1] is '其' or '利' or '吉')
                || (at + 1 < rest.Length && rest[at + 1] is '们' or '們' or '人' or '国' or '國' or '乡' or '鄉');
            if (!others) pronouns++;
        }

        return pronouns * 1000.0 >= Pronouns * text.Length && Count(text) * 1000.0 < Statistics * text.Length;
    }

    private static int Count(ReadOnlySpan<char> text)
    {
        var count = text.Count('%') + text.Count('％');
        for (var end = 1; (end = Amounts.Units.NextEnd(text, end)) > 0; end++) count++;
        return count;
    }

    // Made at first use, which few programs come to.
    private static class Amounts
    {
        public static readonly PhraseSearch Units = new(["亿元", "万元", "億元", "萬元", "百分之", "万吨", "万亩"]);
    }
}
