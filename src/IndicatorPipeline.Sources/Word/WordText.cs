using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace IndicatorPipeline.Sources.Word;

/// <summary>
/// Writes a part of a Word document as text: a line for each paragraph, a line for each row of a table with tabs between its cells (more lines where a cell
/// has several paragraphs), a text box behind the paragraph it hangs on. Deleted and moved-away text, field codes and readings (ruby) are left out.
/// </summary>
internal sealed class WordText
{
    private readonly StringBuilder text = new();
    private readonly List<OpenXmlElement> boxes = [];

    private WordText()
    {
    }

    public static string Write(OpenXmlElement part)
    {
        var writer = new WordText();
        writer.AddChildren(part);
        return writer.text.ToString().Trim('\n');
    }

    private void AddChildren(OpenXmlElement element)
    {
        foreach (var child in element.ChildElements)
            Add(child);
    }

    private void Add(OpenXmlElement element)
    {
        switch (element)
        {
            case DeletedRun or MoveFromRun or DeletedText or FieldCode or DeletedFieldCode or RubyContent or ParagraphProperties or RunProperties or SectionProperties or TableProperties:
                break;
            case Paragraph:
                AddChildren(element);
                EndLine();
                AddBoxes();
                break;
            case TableRow:
                AddRow(element);
                break;
            case TextBoxContent:
                boxes.Add(element);
                break;
            case AlternateContent alternatives:
                // The same drawing twice, for newer and older programs.
                AddFirstWithText(alternatives);
                break;
            case SymbolChar symbol:
                AddSymbol(symbol);
                break;
            case TabChar or PositionalTab:
                text.Append('\t');
                break;
            case Break or CarriageReturn:
                text.Append('\n');
                break;
            case NoBreakHyphen:
                text.Append('\u2011');
                break;
            case Text words:
                text.Append(words.Text);
                break;
            case DocumentFormat.OpenXml.Math.Text formula:
                text.Append(formula.Text);
                break;
            default:
                AddChildren(element);
                break;
        }
    }

    private void AddRow(OpenXmlElement row)
    {
        var first = true;
        foreach (var child in row.ChildElements)
        {
            var start = text.Length;
            Add(child);
            while (text.Length > start && text[^1] == '\n')
                text.Length--;
            if (child is not (TableCell or SdtCell))
                continue;
            if (!first)
                text.Insert(start, '\t');
            first = false;
        }

        text.Append('\n');
    }

    private void AddFirstWithText(AlternateContent alternatives)
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
        while (boxes.Count > 0)
        {
            var box = boxes[0];
            boxes.RemoveAt(0);
            AddChildren(box);
        }
    }

    private void AddSymbol(SymbolChar symbol)
    {
        // Symbol fonts use the private area; there is no character for those.
        if (int.TryParse(symbol.Char?.Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code) && code is > 0x20 and < 0xD800)
            text.Append((char)code);
    }

    private void EndLine() => text.Append('\n');
}
