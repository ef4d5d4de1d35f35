namespace IndicatorPipeline.Extraction.Lexicons;

/// <summary>Finds the unit that each word is or begins with.</summary>
internal static class LexiconUnits
{
    // Words that begin like a unit but are none: 个月, 户籍人口, 位居, 人均, 个方面.
    private const Role NoUnit = Role.Modifier | Role.People | Role.Households | Role.Rhetoric | Role.Opaque | Role.Time | Role.Place | Role.Indicator | Role.Per | Role.Actual;

    /// <summary>By number of the word, what it counts in behind a number: the longest unit at its beginning, or null where there is none or the word hides it.</summary>
    public static LexiconEntry?[] ByWord(Lexicon lexicon)
    {
        var units = new LexiconEntry?[lexicon.Entries.Count + 1];
        for (var word = 1; word < units.Length; word++)
        {
            var entry = lexicon.Entry(word);
            if (lexicon.BeginsUnit(entry.Term[0])) units[word] = entry.Is(Role.Unit) ? entry : entry.Is(NoUnit) ? null : LongestBefore(lexicon, entry.Term);
        }

        return units;
    }

    private static LexiconEntry? LongestBefore(Lexicon lexicon, ReadOnlySpan<char> term)
    {
        for (var length = term.Length - 1; length > 0; length--)
        {
            if (lexicon.Find(term[..length]) is { } shorter && shorter.Is(Role.Unit)) return shorter;
        }

        return null;
    }
}
