using System.Text;

namespace IndicatorPipeline.Sources.Html;

/// <summary>
/// Writes a part of a page as text: blocks and <c>br</c> break lines, cells of a row are separated by tabs, white space is
/// collapsed as a browser does.
/// </summary>
internal sealed class PageText
{
    // A row of figures has cells of a few words each; a row that lays out a page has more, or few cells.
    private const int LongestRow = 300;
    private const int FewestCells = 3;

    private readonly StringBuilder text = new();
    private bool inRow;
    private int cells;
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
                if (node.Name == "tr" && IsRow(page, i))
                {
                    writer.Break();
                    (writer.inRow, writer.cells) = (true, 0);
                }

                writer.Enter(node);
                open.Push(i);
            }
        }

        while (open.TryPop(out var left))
            writer.Leave(page.Nodes[left]);
        return writer.text.ToString().Trim('\n', ' ', '\t');
    }

    // Paragraphs within the cells of such a row do not end its line.
    private static bool IsRow(PageTree page, int row)
    {
        if (page.Nodes[row].Length > LongestRow) return false;
        var cells = 0;
        for (var i = row + 1; i < page.Nodes[row].End; i++)
        {
            if (page.Nodes[i].Name is "table" or "tr") return false;
            if (page.Nodes[i].Name is "td" or "th") cells++;
        }

        return cells >= FewestCells;
    }

    private void Enter(PageNode node)
    {
        if (inRow && node.Name is "td" or "th")
        {
            // An empty cell stands too.
            space = false;
            if (cells++ > 0) text.Append('\t');
        }
        else if (node.Name == "br" && !inRow)
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
        if (node.Name == "tr") inRow = false;
        if (node.IsBlock && node.Name is not ("td" or "th"))
            Break();
    }

    private void Break()
    {
        space = inRow;
        if (inRow) return;
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
