using AngleSharp.Dom;

namespace IndicatorPipeline.Sources.Html;

/// <summary>A page's elements and texts in document order, measured. Loops instead of recursion: pages nest as deep as they like.</summary>
internal sealed class PageTree
{
    private readonly List<PageNode> nodes = [];

    private PageTree()
    {
    }

    /// <summary>Document order; a node's subtree is the range from it to its <see cref="PageNode.End"/>. Never empty.</summary>
    public IReadOnlyList<PageNode> Nodes => nodes;

    public static PageTree Of(IElement root)
    {
        var tree = new PageTree();
        tree.Add(root);
        tree.Measure();
        tree.MeasureRunning();
        tree.MarkChrome();
        LinkBoxes.Mark(tree);
        tree.Weigh();
        return tree;
    }

    /// <summary>Indexes of the direct children.</summary>
    public IEnumerable<int> Children(int parent)
    {
        for (var child = parent + 1; child < nodes[parent].End; child = nodes[child].End)
            yield return child;
    }

    private void Add(IElement root)
    {
        // Node, number of its next child: NextSibling would search the parent's list each time.
        var open = new Stack<(INode Node, int Index, int Child)>();
        Push(root, -1);
        while (open.TryPop(out var top))
        {
            if (top.Child == top.Node.ChildNodes.Length)
            {
                nodes[top.Index].End = nodes.Count;
                continue;
            }

            open.Push(top with { Child = top.Child + 1 });
            switch (top.Node.ChildNodes[top.Child])
            {
                case IElement element when !IsLeftOut(element):
                    Push(element, top.Index);
                    break;
                case IText text:
                    nodes.Add(new PageNode { Text = text.Data, Parent = top.Index, End = nodes.Count + 1 });
                    break;
            }
        }

        void Push(IElement element, int parent)
        {
            open.Push((element, nodes.Count, 0));
            nodes.Add(new PageNode { Element = element, Name = element.LocalName, Parent = parent });
        }
    }

    private static bool IsLeftOut(IElement element) =>
        PageElements.IsNever(element.LocalName)
        || element.HasAttribute("hidden")
        || PageElements.IsHidden(element.GetAttribute("style"))
        || PageElements.IsChromeRole(element.GetAttribute("role"));

    private void Measure()
    {
        // The nearest link and block above each node, known when its parent's are.
        var links = new int[nodes.Count];
        var blocks = new int[nodes.Count];
        for (var i = 0; i < nodes.Count; i++)
        {
            var node = nodes[i];
            links[i] = node.Name == "a" && node.Element!.HasAttribute("href") ? i : node.Parent < 0 ? -1 : links[node.Parent];
            blocks[i] = node.IsBlock || node.Parent < 0 ? i : blocks[node.Parent];
            if (links[i] == i)
                node.Links = 1;
            if (node.Text is null)
                continue;
            var block = nodes[blocks[i]];
            foreach (var c in node.Text)
            {
                if (char.IsWhiteSpace(c))
                    continue;
                node.Length++;
                if (c is '，' or '。' or '；' or '：' or '、' or '！' or '？' or ',' or '.' or ';' or '%' or '％')
                    block.OwnMarks++;
            }

            node.LinkLength = links[i] >= 0 ? node.Length : 0;
            block.OwnLength += node.Length;
            block.OwnLinkLength += node.LinkLength;
        }

        for (var i = nodes.Count - 1; i > 0; i--)
        {
            var parent = nodes[nodes[i].Parent];
            parent.Length += nodes[i].Length;
            parent.LinkLength += nodes[i].LinkLength;
            parent.Links += nodes[i].Links;
        }
    }

    private void MeasureRunning()
    {
        foreach (var node in nodes)
        {
            if (node.OwnLength == 0 || node.OwnLinkLength * 2 > node.OwnLength)
                continue;
            if ((node.OwnMarks > 0 && node.OwnLength >= 15) || node.OwnLength >= 40)
                node.Running = node.OwnRunning = node.OwnLength - node.OwnLinkLength;
        }

        for (var i = nodes.Count - 1; i > 0; i--)
            nodes[nodes[i].Parent].Running += nodes[i].Running;
    }

    private void MarkChrome()
    {
        var page = nodes[0];
        foreach (var node in nodes.Skip(1))
        {
            if (node.Element is null || !node.IsBlock)
                continue;
            var isNamed = node.Name is "footer" or "aside"
                || PageElements.IsChromeName(node.Element.ClassName)
                || PageElements.IsChromeName(node.Element.Id);
            // A list of links: more than one, and hardly anything else.
            var isLinks = node.Links > 1 && node.LinkDensity > 0.5;
            node.IsChrome = (isNamed || isLinks) && IsSmall(node, page);
        }
    }

    /// <summary>Holds little of the page. Its length alone does not tell: among lists of hundreds of links every article is short.</summary>
    private static bool IsSmall(PageNode node, PageNode page) =>
        node.Length < page.Length * 0.3 && (page.Running == 0 || node.Running < page.Running * 0.5);

    private void Weigh()
    {
        for (var i = 0; i < nodes.Count; i++)
        {
            var node = nodes[i];
            if (node.IsChrome)
                i = node.End - 1;
            else
                node.Weight = node.OwnRunning;
        }

        for (var i = nodes.Count - 1; i > 0; i--)
            nodes[nodes[i].Parent].Weight += nodes[i].Weight;
    }
}
