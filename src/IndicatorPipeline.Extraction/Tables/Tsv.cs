using System.Reflection;
using System.Text;

namespace IndicatorPipeline.Extraction.Tables;

/// <summary>Reads the engine's embedded tab-separated tables. A bad table stops the program at start and names file and line.</summary>
internal static class Tsv
{
    /// <summary>Rows of the table <paramref name="name"/> behind its header; empty lines and lines that begin with <c># </c> are comments.</summary>
    /// <exception cref="BadTableException">The table is missing, or a row has not as many fields as the header.</exception>
    public static TsvRow[] Read(string name) => Parse(name, Text(name));

    /// <summary>The text of the table <paramref name="name"/>.</summary>
    /// <exception cref="BadTableException">The table is missing.</exception>
    public static string Text(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new BadTableException(name, 0, "the table is not embedded in the engine");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return Encoding.UTF8.GetString(bytes);
    }

    /// <summary>Rows of the table <paramref name="text"/>; <paramref name="name"/> is for its errors.</summary>
    /// <exception cref="BadTableException">A row has not as many fields as the header.</exception>
    public static TsvRow[] Parse(string name, string text)
    {
        TsvTable? table = null;
        var (rows, count) = (new TsvRow[64], 0);
        for (var (number, start) = (1, 0); start < text.Length; number++)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            var line = text.AsSpan(start, end - start);
            if (line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal))
            {
                if (table is null)
                {
                    table = new TsvTable(name, text, line.ToString().Split('\t'));
                }
                else
                {
                    if (FieldsOf(line) is var fields && fields != table.Columns.Length) throw new BadTableException(name, number, $"{fields} fields, the header has {table.Columns.Length}");
                    if (count == rows.Length) Array.Resize(ref rows, 2 * count);
                    rows[count++] = new TsvRow(table, number, start, end);
                }
            }

            start = end + 1;
        }

        Array.Resize(ref rows, count);
        return rows;
    }

    private static int FieldsOf(ReadOnlySpan<char> line)
    {
        var fields = 1;
        for (int tab; (tab = line.IndexOf('\t')) >= 0; fields++) line = line[(tab + 1)..];
        return fields;
    }
}
