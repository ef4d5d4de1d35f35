using System.Text.RegularExpressions;

namespace IndicatorPipeline.Sources.Html;

/// <summary>
/// Finds the element that holds a page's main text: from the body down as long as one child holds nine tenths of the running text.
/// Running text is what stands in blocks with punctuation and few links, so that menus, lists and link tables weigh nothing, in old table layouts
/// too.
/// </summary>
/// <remarks>The bound is high on purpose: a line of chrome too many costs less than a chapter of the speech lost.</remarks>
internal static partial class MainText
{
    private const double Nearly = 0.9;

    /// <summary>Index of the element.</summary>
    public static int Find(PageTree page)
    {
        var at = 0;
        while (Heaviest(page, at) is { } child && PageElements.IsContainer(page.Nodes[child].Name) && !HasBylineBefore(page, at, child))
            at = child;
        return at;
    }

    private static int? Heaviest(PageTree page, int parent)
    {
        var least = page.Nodes[parent].Weight * Nearly;
        foreach (var child in page.Children(parent))
            if (page.Nodes[child].Weight > 0 && page.Nodes[child].Weight >= least)
                return child;
        return null;
    }

    /// <summary>The line that says who spoke when and where is short and may stand in a row or block of its own above the text.</summary>
    private static bool HasBylineBefore(PageTree page, int parent, int child)
    {
        for (var i = parent + 1; i < child; i++)
        {
            var node = page.Nodes[i];
            if (node.IsChrome)
                i = node.End - 1;
            else if (node.Text is { Length: > 5 and < 200 } text && Byline().IsMatch(text))
                return true;
        }

        return false;
    }

    [GeneratedRegex("代表大会|会议上|大会上|省长|市长|县长|区长|州长|政府主席|总理", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Byline();
}
