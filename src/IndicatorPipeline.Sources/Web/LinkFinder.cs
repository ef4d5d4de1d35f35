using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using IndicatorPipeline.Sources.Encodings;

namespace IndicatorPipeline.Sources.Web;

/// <summary>Finds the links of an index page.</summary>
internal static class LinkFinder
{
    /// <summary>The absolute addresses without fragment that match, each once, in the page's order. Empty for what is no page.</summary>
    /// <exception cref="RegexMatchTimeoutException">The pattern takes too long.</exception>
    public static IReadOnlyList<Uri> Find(FetchedBody index, Regex pattern)
    {
        var declared = DeclaredCharset.InContentType(index.ContentType) ?? DeclaredCharset.InMarkup(index.Bytes);
        if (TextDecoder.Decode(index.Bytes, declared, out _)?.Text is not { } text || Html.NestingCheck.IsTooDeep(text))
            return [];
        using var page = new HtmlParser().ParseDocument(text);
        var origin = index.Retrieval.Address;
        if (page.QuerySelector("base[href]")?.GetAttribute("href") is { } given && Uri.TryCreate(origin, given, out var moved))
            origin = moved;

        var found = new List<Uri>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var link in page.QuerySelectorAll("a[href], area[href]"))
        {
            if (!Uri.TryCreate(origin, link.GetAttribute("href")!.Trim(), out var address) || address.Scheme is not ("http" or "https"))
                continue;
            var whole = address.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped);
            if (pattern.IsMatch(whole) && seen.Add(whole))
                found.Add(new Uri(whole));
        }

        return found;
    }
}
