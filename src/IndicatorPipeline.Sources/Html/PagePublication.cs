using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace IndicatorPipeline.Sources.Html;

/// <summary>What a page says of itself in its head: the names that Chinese government sites, Open Graph and plain HTML use.</summary>
internal static partial class PagePublication
{
    private static readonly string[] Titles = ["articletitle", "og:title", "title"];
    private static readonly string[] Dates =
        ["pubdate", "publishdate", "article:published_time", "og:release_date", "publishtime", "date", "dc.date"];
    private static readonly string[] Authors = ["contentsource", "source", "author", "article:author"];
    private static readonly string[] Sites = ["sitename", "og:site_name"];

    /// <summary>
    /// The document's own title: the one named so in the head, else the only first-order heading, else the page title without
    /// the site's name behind it.
    /// </summary>
    public static string? DocumentTitle(IDocument page)
    {
        var named = Meta(page, Titles);
        if (named is not null)
            return named;
        var headings = page.QuerySelectorAll("h1");
        if (headings.Length == 1 && Clean(Flat(headings[0])) is { } heading)
            return heading;
        var title = Clean(page.Title);
        return title is null ? null : SiteName().Replace(title, "") is { Length: > 3 } own ? own.Trim() : title;
    }

    public static Publication? Find(IDocument page)
    {
        var publication = new Publication(
            Clean(page.Title),
            Meta(page, Dates),
            Meta(page, Authors),
            Meta(page, Sites),
            Clean(page.QuerySelector("link[rel=canonical]")?.GetAttribute("href")));
        return publication == new Publication(null, null, null, null, null) ? null : publication;
    }

    private static string? Meta(IDocument page, string[] names)
    {
        var metas = page.QuerySelectorAll("meta");
        foreach (var name in names)
        {
            foreach (var meta in metas)
            {
                if (!name.Equals(meta.GetAttribute("name") ?? meta.GetAttribute("property"), StringComparison.OrdinalIgnoreCase))
                    continue;
                if (Clean(meta.GetAttribute("content")) is { } content)
                    return content;
            }
        }
        return null;
    }

    /// <summary>
    /// What follows the first underscore, bar or spaced dash, or a dash before the name of a site. A dash alone may be the
    /// title's (<c>2021-2025年</c>).
    /// </summary>
    [GeneratedRegex("(?:[_|｜]| - |\\s*[-—–]+\\s*[^-—–]{0,30}(?:网|人民政府|门户|频道)).*$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SiteName();

    /// <summary>The text of a heading; of one with hundreds of elements below it, which is none, nothing.</summary>
    private static string? Flat(IElement heading) => heading.ChildNodes.Length > 50 ? null : PageText.Write(PageTree.Of(heading), 0);

    private static string? Clean(string? value)
    {
        var line = string.Join(' ', (value ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length is > 0 and <= 500 ? line : null;
    }
}
