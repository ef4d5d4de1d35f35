using System.Globalization;
using System.Text;
using IndicatorPipeline.Sources.Documents;

namespace IndicatorPipeline.Sources.Dumps;

/// <summary>Reads a record of CSV as a row.</summary>
internal static class DelimitedRow
{
    /// <summary>The delimiter that the header uses most outside quotes: comma, tab or semicolon.</summary>
    public static byte FindDelimiter(ReadOnlySpan<byte> head)
    {
        Span<int> counts = [0, 0, 0];
        var quoted = false;
        foreach (var b in head)
        {
            if (b == '"')
                quoted = !quoted;
            if (b == '\n' && !quoted)
                break;
            if (!quoted && ",\t;"u8.IndexOf(b) is var which and >= 0)
                counts[which]++;
        }

        var best = counts[1] > counts[0] ? 1 : 0;
        return ",\t;"u8[counts[2] > counts[best] ? 2 : best];
    }

    /// <summary>The fields of one record, unquoted.</summary>
    public static List<string> Fields(string record, char delimiter)
    {
        var fields = new List<string>();
        var position = 0;
        while (true)
        {
            var isQuoted = position < record.Length && record[position] == '"';
            fields.Add(isQuoted ? Quoted(record, delimiter, ref position) : Plain(record, delimiter, ref position));
            if (position >= record.Length)
                return fields;
            // Behind the delimiter; if that was the last character, an empty field follows.
            position++;
        }
    }

    public static Row? Parse(IReadOnlyList<string> columns, List<string> fields, int textColumn, out Problem? problem)
    {
        problem = null;
        var extra = fields.Skip(columns.Count).Any(field => field.Length > 0);
        if (extra || fields.Count <= textColumn)
        {
            problem = Problems.BadRow(string.Create(CultureInfo.InvariantCulture, $"{fields.Count} fields where the header has {columns.Count}"));
            return null;
        }

        var missing = columns.Count - fields.Count;
        var values = new string?[columns.Count];
        for (var i = 0; i < values.Length && i < fields.Count; i++)
            values[i] = fields[i];
        if (missing <= 0)
            return new Row(columns, values, []);
        return new Row(columns, values, [string.Create(CultureInfo.InvariantCulture, $"{missing} fields fewer than the header has")]);
    }

    private static string Plain(string record, char delimiter, ref int position)
    {
        var end = record.IndexOf(delimiter, position);
        if (end < 0)
            end = record.Length;
        var field = record[position..end];
        position = end;
        return field;
    }

    /// <summary>A quote ends the field only where a delimiter or the record's end follows, as <see cref="QuotedLineEnds"/> has it.</summary>
    private static string Quoted(string record, char delimiter, ref int position)
    {
        var field = new StringBuilder();
        for (var i = position + 1; i < record.Length; i++)
        {
            if (record[i] != '"')
            {
                field.Append(record[i]);
                continue;
            }

            if (i + 1 == record.Length || record[i + 1] == delimiter)
            {
                position = i + 1;
                return field.ToString();
            }

            field.Append('"');
            if (record[i + 1] == '"')
                i++;
        }

        position = record.Length;
        return field.ToString();
    }
}
