namespace IndicatorPipeline.Extraction.Tables;

/// <summary>One row of an embedded table.</summary>
internal sealed class TsvRow(string table, int line, string[] header, string[] fields)
{
    /// <summary>The field in the column <paramref name="column"/>.</summary>
    public string this[string column] => Array.IndexOf(header, column) is var index and >= 0
        ? fields[index]
        : throw new BadTableException(table, line, $"no column '{column}'");

    /// <summary>The field's parts between semicolons; none for an empty field.</summary>
    public string[] List(string column) => this[column].Split(';', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The field as an exact number.</summary>
    public decimal Decimal(string column) =>
        decimal.TryParse(this[column], System.Globalization.CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new BadTableException(table, line, $"'{this[column]}' in column '{column}' is not a number");

    /// <summary>An exception that names this row.</summary>
    public BadTableException Bad(string reason) => new(table, line, reason);
}
