using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;

namespace IndicatorPipeline.Sources.Word;

/// <summary>
/// Writes a part of a Word document as text: a line for each paragraph, a line for each row of a table with tabs between its cells (more lines where
/// a cell has several paragraphs), a text box behind the paragraph it hangs on. Deleted and moved-away text, field codes and readings (ruby) are left
/// out.
/// </summary>
/// <remarks>
/// Elements are told by their names, not their classes: where a program put one in a place that the schema does not know, the
/// library gives it no class.
/// </remarks>
internal sealed class WordText
{
    private readonly StringBuilder text = new();
    private readonly Queue<OpenXmlElement> boxes = [];

    private WordText()
    {
    }

    public static string Write(OpenXmlElement part)
    {
        var writer = new WordText();
        writer.AddChildren(part);
        writer.AddBoxes();
        return writer.text.ToString().Trim('\n');
    }

    private void AddChildren(OpenXmlElement element)
    {
        foreach (var child in element.ChildElements)
            Add(child);
    }

    private void Add(OpenXmlElement element)
    {
        switch (element.LocalName)
        {
            case "del" or "moveFrom" or "delText" or "instrText" or "delInstrText" or "rt"
                or "pPr" or "rPr" or "sectPr" or "tblPr" or "tblGrid" or "trPr" or "tcPr" or "sdtPr":
                break;
            case "p":
                AddChildren(element);
                text.Append('\n');
                AddBoxes();
                break;
            case "tr":
                AddRow(element);
                break;
            case "txbxContent":
                boxes.Enqueue(element);
                break;
            case "AlternateContent":
                // The same drawing twice, for newer and older programs.
                AddFirstWithText(element);
                break;
            case "sym":
                AddSymbol(element);
                break;
            case "tab" or "ptab":
                text.Append('\t');
                break;
            case "br" or "cr":
                text.Append('\n');
                break;
            case "noBreakHyphen":
                text.Append('\u2011');
                break;
            case "t":
                text.Append(element.InnerText);
                break;
            default:
                AddChildren(element);
                break;
        }
    }

    private void AddRow(OpenXmlElement row)
    {
        var cells = 0;
        foreach (var child in row.ChildElements)
        {
            var start = text.Length;
            Add(child);
            while (text.Length > start && text[^1] == '\n')
                text.Length--;
            // A cell, also within a content control.
            if (child.LocalName is "tc" or "sdt" or "customXml" && cells++ > 0)
                text.Insert(start, '\t');
        }

        text.Append('\n');
    }

    private void AddFirstWithText(OpenXmlElement alternatives)
    {
        var boxesBefore = boxes.Count;
        var start = text.Length;
        foreach (var alternative in alternatives.ChildElements)
        {
            AddChildren(alternative);
            if (text.Length > start || boxes.Count > boxesBefore)
                return;
        }
    }

    private void AddBoxes()
    {
        while (boxes.TryDequeue(out var box))
            AddChildren(box);
    }

    private void AddSymbol(OpenXmlElement symbol)
    {
        // Symbol fonts use the private area; there is no character for those.
        var code = symbol.GetAttributes().FirstOrDefault(attribute => attribute.LocalName == "char").Value;
        if (int.TryParse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var character) && character is > 0x20 and < 0xD800)
            text.Append((char)character);
    }
}
