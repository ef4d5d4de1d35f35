using System.Globalization;
using System.Text;

namespace IndicatorPipeline.Api.Responses;

/// <summary>Writes records as CSV (RFC 4180, UTF-8, CRLF, a heading).</summary>
/// <param name="shape">The columns.</param>
/// <param name="forExcel">Whether the reader is Excel: then a byte-order mark goes ahead, so that it reads UTF-8, and a text that would be read as a
/// formula gets an apostrophe.</param>
internal sealed class CsvRecords(Shape shape, bool forExcel)
{
    private readonly StringBuilder line = new(1024);

    public string Heading() => (forExcel ? "\uFEFF" : "") + string.Join(',', shape.Fields.Select(field => field.Name)) + "\r\n";

    /// <summary>One record with its line end; the builder is reused by the next call.</summary>
    public StringBuilder Line(IRecords record)
    {
        line.Clear();
        for (var i = 0; i < shape.Fields.Count; i++)
        {
            if (i > 0)
            {
                line.Append(',');
            }

            if (!record.IsNull(i))
            {
                Value(record, i, shape.Fields[i].Kind);
            }
        }

        return line.Append("\r\n");
    }

    private void Value(IRecords record, int i, FieldKind kind)
    {
        switch (kind)
        {
            case FieldKind.Text or FieldKind.Json: Text(record.Text(i)); break;
            case FieldKind.Texts: Text(string.Join(';', record.Texts(i))); break;
            case FieldKind.Whole: line.Append(CultureInfo.InvariantCulture, $"{record.Whole(i)}"); break;
            case FieldKind.Number: line.Append(CultureInfo.InvariantCulture, $"{record.Number(i)}"); break;
            case FieldKind.Truth: line.Append(record.Truth(i) ? "true" : "false"); break;
            case FieldKind.Date: line.Append(CultureInfo.InvariantCulture, $"{record.Date(i):yyyy-MM-dd}"); break;
            case FieldKind.Moment: line.Append(CultureInfo.InvariantCulture, $"{record.Moment(i):yyyy-MM-dd'T'HH:mm:ss.fff'Z'}"); break;
            default: throw new ArgumentOutOfRangeException(nameof(kind), kind, null);
        }
    }

    private void Text(string text)
    {
        // A bound such as = or >= is no formula: Excel shows it as it is.
        var formula = forExcel && text.Length > 2 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r';
        if (text.AsSpan().IndexOfAny(",\"\r\n") < 0 && !formula)
        {
            line.Append(text);
            return;
        }

        line.Append('"').Append(formula ? "'" : "").Append(text.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }
}
