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
        var (rows, count) = (new TsvRow[Count(text, '\n') + 1], 0);
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
                    if (Count(line, '\t') + 1 is var fields && fields != table.Columns.Length)
                        throw new BadTableException(name, number, $"{fields} fields, the header has {table.Columns.Length}");
                    rows[count++] = new TsvRow(table, number, start, end);
                }
            }

            start = end + 1;
        }

        Array.Resize(ref rows, count);
        return rows;
    }

    /// <summary>How often <paramref name="character"/> stands in <paramref name="text"/>.</summary>
    public static int Count(ReadOnlySpan<char> text, char character)
    {
        var count = 0;
        for (int at; (at = text.IndexOf(character)) >= 0; count++) text = text[(at + 1)..];
        return count;
    }
}
