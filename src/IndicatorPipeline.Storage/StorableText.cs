namespace IndicatorPipeline.Storage;

/// <summary>Makes a text of the engine one that PostgreSQL can hold, without moving a single offset.</summary>
internal static class StorableText
{
    /// <summary>
    /// The text with U+0000 as U+2400 (the picture of it) and a surrogate without its partner as U+FFFD. PostgreSQL holds neither; each replacement
    /// is one UTF-16 code unit like what it replaces, so every span stays right.
    /// </summary>
    public static string Of(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\0' || char.IsSurrogate(text[i])) return Replace(text, i);
        }

        return text;
    }

    /// <inheritdoc cref="Of"/>
    public static string? OrNull(string? text) => text is null ? null : Of(text);

    private static string Replace(string text, int from)
    {
        var units = text.ToCharArray();
        for (var i = from; i < units.Length; i++)
        {
            if (units[i] == '\0')
                units[i] = '\u2400';
            else if (char.IsHighSurrogate(units[i]) && i + 1 < units.Length && char.IsLowSurrogate(units[i + 1]))
                i++;
            else if (char.IsSurrogate(units[i]))
                units[i] = '\uFFFD';
        }

        return new string(units);
    }
}
