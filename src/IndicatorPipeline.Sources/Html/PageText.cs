using System.Text;

namespace IndicatorPipeline.Sources.Html;

/// <summary>Writes a part of a page as text: blocks and <c>br</c> break lines, cells of a row are separated by tabs, white space is collapsed as a browser does.</summary>
internal sealed class PageText
{
    private readonly StringBuilder text = new();
    private bool space;
    private bool spaceHasBreak;
    private int pre;

    private PageText()
    {
    }

    public static string Write(PageTree page, int root)
    {
        var writer = new PageText();
        var open = new Stack<int>();
        var end = page.Nodes[root].End;
        for (var i = root; i < end; i++)
        {
            while (open.TryPeek(out var top) && page.Nodes[top].End <= i)
                writer.Leave(page.Nodes[open.Pop()]);
            var node = page.Nodes[i];
            if (node.IsChrome && i != root)
            {
                writer.Break();
                i = node.End - 1;
                continue;
            }

            if (node.Text is not null)
                writer.Add(node.Text);
            else
            {
                writer.Enter(node);
                open.Push(i);
            }
        }

        while (open.TryPop(out var left))
            writer.Leave(page.Nodes[left]);
        return writer.text.ToString().Trim('\n', ' ', '\t');
    }

    private void Enter(PageNode node)
    {
        if (node.Name == "br")
        {
            space = false;
            text.Append('\n');
        }
        else if (node.Name is "td" or "th")
        {
            space = false;
            if (text.Length > 0 && text[^1] is not ('\n' or '\t'))
                text.Append('\t');
        }
        else if (node.IsBlock)
        {
            Break();
        }

        pre += node.Name == "pre" ? 1 : 0;
    }

    private void Leave(PageNode node)
    {
        pre -= node.Name == "pre" ? 1 : 0;
        if (node.IsBlock && node.Name is not ("td" or "th"))
            Break();
    }

    private void Break()
    {
        space = false;
        while (text.Length > 0 && text[^1] is ' ' or '\t')
            text.Length--;
        if (text.Length > 0 && text[^1] != '\n')
            text.Append('\n');
    }

    private void Add(string words)
    {
        if (pre > 0)
        {
            text.Append(words);
            return;
        }

        foreach (var c in words)
        {
            // Only these collapse; the no-break and ideographic spaces are characters of the text.
            if (c is ' ' or '\t' or '\n' or '\r' or '\f')
            {
                spaceHasBreak = (space && spaceHasBreak) || c is '\n' or '\r';
                space = true;
                continue;
            }

            if (space && text.Length > 0 && text[^1] is not ('\n' or '\t') && !(spaceHasBreak && IsWide(text[^1]) && IsWide(c)))
                text.Append(' ');
            space = false;
            text.Append(c);
        }
    }

    /// <summary>Chinese needs no space where the source of the page breaks a line (CSS Text 4, segment breaks).</summary>
    private static bool IsWide(char c) => c is (>= '\u2E80' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFF01' and <= '\uFF60');
}
