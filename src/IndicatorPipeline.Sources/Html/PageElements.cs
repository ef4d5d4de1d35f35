namespace IndicatorPipeline.Sources.Html;

/// <summary>What the names, roles and classes of elements say.</summary>
internal static class PageElements
{
    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dir", "div", "dl", "dt",
        "fieldset", "figcaption", "figure", "footer", "form", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html",
        "legend", "li", "main", "menu", "nav", "noframes", "ol", "p", "pre", "section", "summary",
        "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul",
    };

    /// <summary>Never text of the page. <c>rt</c> and <c>rp</c> are the readings above characters.</summary>
    private static readonly HashSet<string> Never = new(StringComparer.Ordinal)
    {
        "applet", "audio", "button", "canvas", "datalist", "embed", "head", "iframe", "img", "input", "link", "map", "math", "meta",
        "nav", "noscript", "object", "option", "rp", "rt", "script", "select", "style", "svg", "template", "textarea", "video",
    };

    private static readonly HashSet<string> ChromeRoles = new(StringComparer.Ordinal)
    {
        "navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar", "toolbar",
    };

    /// <summary>Parts of class names and ids; looked for only where little of the page's text stands.</summary>
    private static readonly string[] ChromeWords =
    [
        "nav", "menu", "crumb", "footer", "foot", "copyright", "sidebar", "share", "related", "recommend", "comment", "toolbar",
        "login", "search", "banner", "advert", "pagination", "pager", "weixin", "qrcode", "hotnews", "ranking", "position",
        "dqwz", "xgyd", "xglj", "bottom", "header", "topbar", "toplink",
    ];

    /// <summary>
    /// Parts of names by which a block belongs to the article, whatever else its name says: <c>article-header</c> holds title and byline.
    /// </summary>
    private static readonly string[] ArticleWords = ["article", "content", "detail", "title"];

    /// <summary>Elements that a main text may be looked for in; a paragraph is too small to be one.</summary>
    private static readonly HashSet<string> Containers = new(StringComparer.Ordinal)
    {
        "article", "blockquote", "body", "center", "dd", "div", "dl", "fieldset", "font", "form", "frameset", "html", "main",
        "noframes", "ol", "section", "span", "table", "tbody", "td", "tr", "ul",
    };

    public static bool IsBlock(string name) => Blocks.Contains(name);

    public static bool IsNever(string name) => Never.Contains(name);

    public static bool IsContainer(string name) => Containers.Contains(name);

    public static bool IsChromeRole(string? role) => role is not null && ChromeRoles.Contains(role.ToLowerInvariant());

    public static bool IsChromeName(string? name)
    {
        if (string.IsNullOrEmpty(name) || Array.Exists(ArticleWords, word => name.Contains(word, StringComparison.OrdinalIgnoreCase)))
            return false;
        foreach (var word in ChromeWords)
            if (name.Contains(word, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    public static bool IsHidden(string? style) =>
        style is not null && style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase);
}
