using Npgsql;

namespace IndicatorPipeline.Api.Database;

/// <summary>What may be asked of the database before a statement is chosen.</summary>
/// <param name="connection">The connection of the request.</param>
/// <param name="totals">Counts that are remembered.</param>
/// <param name="values">The values of the request by name.</param>
/// <param name="cancellationToken">The end of the request.</param>
internal sealed class Look(
    NpgsqlConnection connection, Totals totals, IReadOnlyDictionary<string, object> values, CancellationToken cancellationToken)
{
    /// <summary>The rows of a FROM clause with its WHERE, counted no further than one beyond <paramref name="most"/>.</summary>
    public Task<long> CountAsync(string from, int most) => totals.CountAsync(connection, from, values, most, cancellationToken);

    /// <summary>The one value, <c>bigint[]</c>, of a statement: numbers of rows, or counts.</summary>
    public async Task<long[]> NumbersAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return (long[])(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>A total that was found earlier, or null.</summary>
    public Total? Known(string what) => totals.Known(what, values);

    /// <summary>Remembers a total.</summary>
    public Total Keep(string what, Total total) => totals.Keep(what, values, total);
}
