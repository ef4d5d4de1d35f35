using Npgsql;

namespace IndicatorPipeline.Api.Responses;

/// <summary>The rows of a result set as they are.</summary>
internal sealed class ResultRecords : IRecords
{
    private readonly NpgsqlDataReader rows;

    /// <summary>
    /// Checks that the result set has the columns of its shape, so that a changed SELECT fails in the first test and not in a client.
    /// </summary>
    /// <exception cref="InvalidOperationException">The columns differ.</exception>
    public ResultRecords(NpgsqlDataReader rows, Shape shape)
    {
        this.rows = rows;
        for (var i = 0; i < shape.Fields.Count; i++)
        {
            if (i >= rows.FieldCount || rows.GetName(i) != shape.Fields[i].Name)
            {
                throw new InvalidOperationException($"Column {i} of the query for {shape.Name} is '{(i < rows.FieldCount ? rows.GetName(i) : "(none)")}', not '{shape.Fields[i].Name}'.");
            }
        }
    }

    /// <summary>The decimal without trailing zeros.</summary>
    public static decimal Shortest(decimal value) => value.Scale == 0 ? value : value / 1.0000000000000000000000000000m;

    public ValueTask<bool> ReadAsync(CancellationToken cancellationToken) => new(rows.ReadAsync(cancellationToken));

    public bool IsNull(int field) => rows.IsDBNull(field);

    public string Text(int field) => rows.GetString(field);

    public IReadOnlyList<string> Texts(int field) => rows.GetFieldValue<string[]>(field);

    public long Whole(int field) => rows.GetInt64(field);

    public decimal Number(int field) => Shortest(rows.GetDecimal(field));

    public bool Truth(int field) => rows.GetBoolean(field);

    public DateOnly Date(int field) => rows.GetFieldValue<DateOnly>(field);

    public DateTime Moment(int field) => rows.GetFieldValue<DateTime>(field).ToUniversalTime();
}
