namespace IndicatorPipeline.Sources.Html;

/// <summary>
/// How deep a page nests, counted roughly and before parsing: a parser looks through all open elements at each tag, so a page of open
/// tags alone takes it hours.
/// </summary>
internal static class NestingCheck
{
    /// <summary>Deepest nesting of honest pages is in the hundreds, of those that forget to close <c>font</c> in the thousands.</summary>
    public const int Deepest = 10_000;

    /// <summary>Most steps through open elements, over all tags: some seconds. A page of 200,000 tags at a depth of 30 takes six million.</summary>
    private const long MostSteps = 1_000_000_000;

    /// <summary>Whether more elements than that are open at once, or many for long. Comments count too; nobody comments so much out.</summary>
    public static bool IsTooDeep(string html)
    {
        int depth = 0, index = 0;
        long steps = 0;
        while ((index = html.IndexOf('<', index)) >= 0 && ++index < html.Length)
        {
            if ((steps += depth) > MostSteps)
                return true;
            if (html[index] == '/')
                depth = Math.Max(0, depth - 1);
            else if (char.IsAsciiLetter(html[index]) && !ClosesItself(html, index) && ++depth > Deepest)
                return true;
        }

        return false;
    }

    private static bool ClosesItself(string html, int index)
    {
        var end = index;
        while (end < html.Length && end - index < 12 && char.IsAsciiLetterOrDigit(html[end]))
            end++;
        return html[index..end].ToLowerInvariant() is
            "br" or "hr" or "img" or "input" or "meta" or "link" or "area" or "base" or "col" or "embed"
            or "param" or "source" or "wbr" or "frame" or "track"
            or "p" or "li" or "dt" or "dd" or "td" or "th" or "tr" or "option" or "tbody" or "thead" or "tfoot";
    }
}
