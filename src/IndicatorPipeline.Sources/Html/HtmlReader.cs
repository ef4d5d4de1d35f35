using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using IndicatorPipeline.Sources.Documents;
using IndicatorPipeline.Sources.Encodings;

namespace IndicatorPipeline.Sources.Html;

/// <summary>Reads the main text of a page. The text is what <see cref="PageText"/> writes of the element that <see cref="MainText"/> finds.</summary>
internal static class HtmlReader
{
    /// <param name="bytes">The page.</param>
    /// <param name="httpCharset">The charset of the Content-Type header, which comes before the page's own, or null.</param>
    public static Reading Read(ReadOnlySpan<byte> bytes, string? httpCharset)
    {
        if (TextDecoder.Decode(bytes, httpCharset ?? DeclaredCharset.InMarkup(bytes), out var problem) is not { } decoded)
            return problem!;
        if (NestingCheck.IsTooDeep(decoded.Text))
            return Problems.IsCorrupt("HTML", "too many elements are open at once");

        using var page = new HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocument(decoded.Text);
        var root = (IElement?)page.Body ?? page.DocumentElement;
        var tree = PageTree.Of(root);
        var text = PageText.Write(tree, MainText.Find(tree));
        var frames = Frames(page);
        if (string.IsNullOrWhiteSpace(text))
            return frames.Count > 0 ? Problems.IsFrameset(frames) : Problems.NoText("page");

        var warnings = decoded.Warnings.ToList();
        if (frames.Count > 0 && text.Length < 500)
            warnings.Add(Problems.OneLine($"the page has frames whose text is not here: {string.Join(", ", frames.Take(5))}"));
        return new Content
        {
            Text = text,
            MediaType = "text/html",
            Encoding = decoded.Encoding,
            Title = PagePublication.DocumentTitle(page),
            Publication = PagePublication.Find(page),
            Warnings = warnings,
        };
    }

    private static List<string> Frames(IDocument page) =>
        [.. page.QuerySelectorAll("frame[src], iframe[src]").Select(frame => frame.GetAttribute("src")!).Where(source => source.Length > 0)];
}
