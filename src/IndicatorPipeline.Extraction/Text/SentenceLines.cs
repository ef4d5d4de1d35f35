namespace IndicatorPipeline.Extraction.Text;

/// <summary>Tells texts that are kept with one sentence a line, as collections of newspapers are: there the end of a line ends no
/// paragraph.</summary>
internal static class SentenceLines
{
    // Fewer lines may well be paragraphs of one sentence each.
    private const int Fewest = 4;

    /// <summary>Whether every full stop of the folded <paramref name="text"/> ends a line (a quotation's own may stand within); the first that does
    /// not decides.</summary>
    public static bool Make(ReadOnlySpan<char> text)
    {
        var lines = 0;
        for (var rest = text; rest.IndexOf('。') is var stop and >= 0; lines++)
        {
            rest = rest[(stop + 1)..];
            if (rest is not ([] or ['\n' or '”' or '’' or ')', ..])) return false;
        }

        return lines >= Fewest;
    }
}
