using System.Text;
using System.Text.RegularExpressions;

namespace IndicatorPipeline.Sources.Html;

/// <summary>
/// Finds the boxes that lead to other articles by what they show: a heading such as 相关阅读 above links, and lists whose every title ends with its day. Their teasers are
/// prose outside of links, so that link density does not tell them from the article.
/// </summary>
internal static partial class LinkBoxes
{
    private const int LongestHeading = 14;
    private const int LongestItem = 150;
    private const int FewestItems = 3;

    /// <summary>More than a heading's own box holds beside it: 更多&gt;&gt;.</summary>
    private const int BesideHeading = 6;

    /// <summary>Marks them as the page's frame.</summary>
    public static void Mark(PageTree page)
    {
        for (var i = 1; i < page.Nodes.Count; i++)
        {
            var node = page.Nodes[i];
            if (node.IsChrome)
                i = node.End - 1;
            else if (node.IsBlock && node.Length is > 2 and <= LongestHeading && Heading().IsMatch(Letters(page, i)))
                MarkBelow(page, i);
            else if (node.Element is not null && node.Links > 1)
                MarkDated(page, i);
        }
    }

    private static void MarkBelow(PageTree page, int heading)
    {
        var at = heading;
        while (page.Nodes[at].Parent is > 0 and var above && page.Nodes[above].Running == 0 && page.Nodes[above].Length - page.Nodes[heading].Length <= BesideHeading)
            at = above;
        var box = page.Nodes[at].Parent;
        if (box < 0)
            return;

        var below = page.Children(box).Where(child => child > at).ToList();
        var prose = below.Where(child => page.Nodes[child].Running > 0).ToList();
        if (!below.Exists(child => HasLink(page, child)) || prose.Sum(child => page.Nodes[child].Running) >= page.Nodes[0].Running * 0.3)
            return;

        // A box of its own, whatever stands in it; or the end of the article's, where a paragraph without a link shows that the article goes on.
        var isOwn = box > 0 && page.Children(box).TakeWhile(child => child < at).All(child => page.Nodes[child].Running == 0);
        if (isOwn || prose.TrueForAll(child => HasLink(page, child)))
            foreach (var child in below.Prepend(at))
                page.Nodes[child].IsChrome = true;
    }

    private static void MarkDated(PageTree page, int parent)
    {
        var items = page.Children(parent).Where(child => page.Nodes[child].Element is not null && page.Nodes[child].Length > 0).ToList();
        var dated = items.Where(child => page.Nodes[child].Length <= LongestItem && HasLink(page, child) && DayAtEnd().IsMatch(Letters(page, child))).ToList();
        if (dated.Count >= FewestItems && dated.Sum(child => page.Nodes[child].Running) < page.Nodes[0].Running * 0.3)
            foreach (var child in dated)
                page.Nodes[child].IsChrome = true;
    }

    // With an address or, on pages that a script completes, without.
    private static bool HasLink(PageTree page, int root)
    {
        for (var i = root; i < page.Nodes[root].End; i++)
            if (page.Nodes[i].Name == "a")
                return true;
        return false;
    }

    private static string Letters(PageTree page, int root)
    {
        var text = new StringBuilder();
        for (var i = root; i < page.Nodes[root].End; i++)
            foreach (var c in page.Nodes[i].Text ?? "")
                if (!char.IsWhiteSpace(c))
                    text.Append(c);
        return text.ToString();
    }

    [GeneratedRegex(
        "^[^一-龥A-Za-z0-9]*(?:(?:阅读)?[上下]一[篇条]|猜你(?:可能)?喜欢|大家都?在[看搜读]|(?:相关|延伸|更多|最新|往期|近期|热门|热点|精彩|推荐|编辑)[·・]?(?:阅读|新闻|文章|推荐|链接|内容|报道|资讯|信息|文件|文档|稿件|回顾|专题|图解|解读)"
        + "|(?:APP)?(?:为[你您]|精彩|精选|热门|编辑|本站|站内|今日)推荐|(?:新闻|点击|阅读|热点|文章|本周|24小时)排行榜?)[^一-龥A-Za-z0-9]*(?:更多)?[^一-龥A-Za-z0-9]*$",
        RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Heading();

    [GeneratedRegex("(?:19|20)[0-9]{2}[-./年][0-9]{1,2}[-./月][0-9]{1,2}日?(?:[0-9]{1,2}[:：][0-9]{2}(?:[:：][0-9]{2})?)?[)）\\]】]?$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DayAtEnd();
}
