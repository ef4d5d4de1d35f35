using System.Reflection;

namespace IndicatorPipeline.Extraction.Tables;

/// <summary>Reads the engine's embedded tab-separated tables. A bad table stops the program at start and names file and line.</summary>
internal static class Tsv
{
    /// <summary>Rows of the table <paramref name="name"/> behind its header; empty lines and lines that begin with <c># </c> are comments.</summary>
    /// <exception cref="BadTableException">The table is missing, or a row has not as many fields as the header.</exception>
    public static IEnumerable<TsvRow> Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new BadTableException(name, 0, "the table is not embedded in the engine");
        using var reader = new StreamReader(stream);
        foreach (var row in Parse(name, reader)) yield return row;
    }

    /// <summary>Rows of the table that <paramref name="reader"/> gives; <paramref name="name"/> is for its errors.</summary>
    /// <exception cref="BadTableException">A row has not as many fields as the header.</exception>
    public static IEnumerable<TsvRow> Parse(string name, TextReader reader)
    {
        string[]? header = null;
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (line.Length == 0 || line.StartsWith("# ", StringComparison.Ordinal)) continue;
            var fields = line.Split('\t');
            if (header is null)
            {
                header = fields;
                continue;
            }

            if (fields.Length != header.Length)
                throw new BadTableException(name, number, $"{fields.Length} fields, the header has {header.Length}");
            yield return new TsvRow(name, number, header, fields);
        }
    }
}
