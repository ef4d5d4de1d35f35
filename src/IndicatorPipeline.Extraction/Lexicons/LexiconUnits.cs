namespace IndicatorPipeline.Extraction.Lexicons;

/// <summary>Finds the unit behind a number.</summary>
internal static class LexiconUnits
{
    // Words that begin like a unit but are none: 个月, 户籍人口, 位居, 人均, 个方面.
    private const Role NoUnit = Role.Modifier | Role.People | Role.Households | Role.Rhetoric | Role.Opaque | Role.Time | Role.Place | Role.Indicator | Role.Per | Role.Actual;

    /// <summary>The longest unit at <paramref name="start"/>, or null where there is none or a longer word hides it.</summary>
    public static LexiconEntry? Unit(this Lexicon lexicon, ReadOnlySpan<char> text, int start)
    {
        if (start >= text.Length || !lexicon.BeginsUnit(text[start])) return null;
        var longest = lexicon.Longest(text, start, out _).Entry;
        if (longest is null) return null;
        if (longest.Is(Role.Unit)) return longest;
        if (longest.Is(NoUnit)) return null;
        for (var length = longest.Term.Length - 1; length > 0; length--)
        {
            if (lexicon.Find(text.Slice(start, length)) is { } shorter && shorter.Is(Role.Unit)) return shorter;
        }

        return null;
    }
}
