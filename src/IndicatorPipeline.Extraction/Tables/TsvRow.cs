using System.Globalization;

namespace IndicatorPipeline.Extraction.Tables;

/// <summary>One row of an embedded table: the characters of its text from <paramref name="start"/> to before <paramref name="end"/>. It has as many
/// fields as the table has columns.</summary>
internal readonly struct TsvRow(TsvTable table, int line, int start, int end)
{
    /// <summary>The field in the column <paramref name="column"/>.</summary>
    public string this[string column] => Field(column).ToString();

    /// <summary>The field in the column <paramref name="column"/>, where it stands.</summary>
    public ReadOnlySpan<char> Field(string column)
    {
        var index = Array.IndexOf(table.Columns, column);
        if (index < 0) throw Bad($"no column '{column}'");
        var rest = table.Text.AsSpan(start, end - start);
        for (; index > 0; index--) rest = rest[(rest.IndexOf('\t') + 1)..];
        return rest.IndexOf('\t') is var tab and >= 0 ? rest[..tab] : rest;
    }

    /// <summary>The field's parts between semicolons; none for an empty field.</summary>
    public string[] List(string column)
    {
        var rest = Field(column);
        var (parts, count) = (new string[Tsv.Count(rest, ';') + 1], 0);
        while (!rest.IsEmpty)
        {
            var length = rest.IndexOf(';') is var semicolon and >= 0 ? semicolon : rest.Length;
            if (length > 0) parts[count++] = rest[..length].ToString();
            rest = rest[Math.Min(length + 1, rest.Length)..];
        }

        return count == parts.Length ? parts : parts[..count];
    }

    /// <summary>The field as an exact number.</summary>
    public decimal Decimal(string column) =>
        decimal.TryParse(Field(column), CultureInfo.InvariantCulture, out var value) ? value
            : throw Bad($"'{this[column]}' in column '{column}' is not a number");

    /// <summary>The case of an enumeration that <paramref name="name"/> names; <paramref name="what"/> says in an error what it is.</summary>
    public T Case<T>(string what, ReadOnlySpan<char> name)
        where T : struct, Enum =>
        // Not the generic way, which would be compiled at every start for each enumeration.
        Enum.TryParse(typeof(T), name, out var value) ? (T)value : throw Bad($"unknown {what} '{name}'");

    /// <summary>An exception that names this row.</summary>
    public BadTableException Bad(string reason) => new(table.Name, line, reason);
}
