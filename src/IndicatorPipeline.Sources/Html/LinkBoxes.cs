using System.Text;
using System.Text.RegularExpressions;

namespace IndicatorPipeline.Sources.Html;

/// <summary>
/// Finds the boxes that lead to other articles by what they show: a heading such as 相关阅读 above links, and lists whose every title ends with its day.
/// Their teasers are prose outside of links, so that link density does not tell them from the article.
/// </summary>
internal sealed partial class LinkBoxes
{
    private const int LongestHeading = 14;
    private const int LongestItem = 150;
    private const int FewestItems = 3;

    /// <summary>More than a heading's own box holds beside it: 更多&gt;&gt;.</summary>
    private const int BesideHeading = 6;

    private readonly PageTree page;

    // Before each node: the links, with an address or, on pages that a script completes, without; and the characters of running text. So what stands
    // between two nodes is known at once.
    private readonly int[] links;
    private readonly double[] running;

    // Of each node: its last child that is prose without a link, or 0; and the first text that is not blank in it or behind it.
    private readonly int[] lastProse;
    private readonly int[] nextText;

    private LinkBoxes(PageTree page)
    {
        this.page = page;
        var count = page.Nodes.Count;
        (links, running, lastProse, nextText) = (new int[count + 1], new double[count + 1], new int[count], new int[count + 1]);
        for (var i = 0; i < count; i++)
        {
            links[i + 1] = links[i] + (page.Nodes[i].Name == "a" ? 1 : 0);
            running[i + 1] = running[i] + page.Nodes[i].OwnRunning;
        }

        nextText[count] = count;
        for (var i = count - 1; i > 0; i--)
        {
            nextText[i] = page.Nodes[i] is { Text: not null, Length: > 0 } ? i : nextText[i + 1];
            ref var last = ref lastProse[page.Nodes[i].Parent];
            if (last == 0 && page.Nodes[i].Running > 0 && !HasLink(i))
                last = i;
        }
    }

    /// <summary>Marks them as the page's frame.</summary>
    public static void Mark(PageTree page) => new LinkBoxes(page).Mark();

    private void Mark()
    {
        for (var i = 1; i < page.Nodes.Count; i++)
        {
            var node = page.Nodes[i];
            if (node.IsChrome)
                i = node.End - 1;
            else if (node.IsBlock && node.Length is > 2 and <= LongestHeading && Heading().IsMatch(Letters(i)))
                MarkBelow(i);
            else if (node.Element is not null && node.Links > 1)
                MarkDated(i);
        }
    }

    private void MarkBelow(int heading)
    {
        var at = heading;
        var most = page.Nodes[heading].Length + BesideHeading;
        while (page.Nodes[at].Parent is > 0 and var above && page.Nodes[above].Running == 0 && page.Nodes[above].Length <= most)
            at = above;
        var box = page.Nodes[at].Parent;
        if (box < 0)
            return;

        var (below, end) = (page.Nodes[at].End, page.Nodes[box].End);
        if (links[below] == links[end] || running[end] - running[below] >= page.Nodes[0].Running * 0.3)
            return;

        // A box of its own, whatever stands in it; or the end of the article's, where a paragraph without a link shows that the article goes on.
        var isOwn = box > 0 && running[at] == running[box + 1];
        if (isOwn || lastProse[box] <= at)
            for (var child = at; child < end; child = page.Nodes[child].End)
                page.Nodes[child].IsChrome = true;
    }

    private void MarkDated(int parent)
    {
        var items = page.Children(parent).Where(child => page.Nodes[child].Element is not null && page.Nodes[child].Length > 0);
        var dated = items.Where(child => page.Nodes[child].Length <= LongestItem && HasLink(child) && DayAtEnd().IsMatch(Letters(child))).ToList();
        if (dated.Count >= FewestItems && dated.Sum(child => page.Nodes[child].Running) < page.Nodes[0].Running * 0.3)
            foreach (var child in dated)
                page.Nodes[child].IsChrome = true;
    }

    private bool HasLink(int root) => links[page.Nodes[root].End] > links[root];

    private string Letters(int root)
    {
        var text = new StringBuilder();
        for (var i = nextText[root]; i < page.Nodes[root].End; i = nextText[i + 1])
            foreach (var c in page.Nodes[i].Text!)
                if (!char.IsWhiteSpace(c))
                    text.Append(c);
        return text.ToString();
    }

    [GeneratedRegex(
        "^[^一-龥A-Za-z0-9]*(?:(?:阅读)?[上下]一[篇条]|猜你(?:可能)?喜欢|大家都?在[看搜读]|(?:相关|延伸|更多|最新|往期|近期|热门|热点|精彩|推荐|编辑)[·・]?(?:阅读|新闻|文章|推荐|链接|内容|报道|资讯|信息|文件|文档|稿件|回顾|专题|图解|解读)"
        + "|(?:APP)?(?:为[你您]|精彩|精选|热门|编辑|本站|站内|今日)推荐|(?:新闻|点击|阅读|热点|文章|本周|24小时)排行榜?)[^一-龥A-Za-z0-9]*(?:更多)?[^一-龥A-Za-z0-9]*$",
        RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Heading();

    [GeneratedRegex(
        "(?:19|20)[0-9]{2}[-./年][0-9]{1,2}[-./月][0-9]{1,2}日?(?:[0-9]{1,2}[:：][0-9]{2}(?:[:：][0-9]{2})?)?[)）\\]】]?$",
        RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DayAtEnd();
}
