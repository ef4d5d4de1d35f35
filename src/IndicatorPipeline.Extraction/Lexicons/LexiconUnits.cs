namespace IndicatorPipeline.Extraction.Lexicons;

/// <summary>Finds the unit that each word is or begins with.</summary>
internal static class LexiconUnits
{
    // Words that begin like a unit but are none: 个月, 户籍人口, 位居, 人均, 个方面.
    private const Role NoUnit =
        Role.Modifier | Role.People | Role.Households | Role.Rhetoric | Role.Opaque | Role.Time | Role.Place | Role.Indicator | Role.Per
        | Role.Actual;

    /// <summary>
    /// By number of the word, which unit it counts in behind a number: the longest at its beginning, or null, whose number is 0, where there is none
    /// or the word hides it. Many words begin with one, and so all of it stays in the cache.
    /// </summary>
    public static (ushort[] Named, UnitName?[] Names) ByWord(Lexicon lexicon)
    {
        var named = new ushort[lexicon.Shapes.Length];
        var names = new List<UnitName?> { null };
        for (var word = 1; word <= lexicon.Entries.Count; word++)
        {
            if (lexicon.Entry(word) is not { Unit: { } unit, Term: var term }) continue;
            named[word] = (ushort)names.Count;
            names.Add(new UnitName(unit, term.Length, term[^1]));
        }

        for (var word = 1; word <= lexicon.Entries.Count; word++)
        {
            var entry = lexicon.Entry(word);
            if (entry.Unit is null && !entry.Is(NoUnit) && lexicon.BeginsUnit(entry.Term[0])) named[word] = named[LongestBefore(lexicon, entry.Term)];
        }

        return (named, [.. names]);
    }

    // Number of the longest word that is a unit and that the term begins with; 0 where there is none.
    private static int LongestBefore(Lexicon lexicon, ReadOnlySpan<char> term)
    {
        for (var length = term.Length - 1; length > 0; length--)
        {
            if (lexicon.Longest(term[..length], 0, out var end) is var shorter && end == length && (shorter.Roles & Role.Unit) != 0)
                return shorter.Number;
        }

        return 0;
    }
}
