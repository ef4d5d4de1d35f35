using Npgsql;

namespace IndicatorPipeline.Storage.Extractions;

/// <summary>Columns that may be null.</summary>
internal static class ReaderColumns
{
    public static string? Text(this NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public static short? Year(this NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt16(column);

    public static decimal? Number(this NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetDecimal(column);
}
