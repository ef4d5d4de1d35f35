using IndicatorPipeline.Api.Database;
using Npgsql;

namespace IndicatorPipeline.Api.Responses;

/// <summary>A query whose records go out.</summary>
/// <param name="Shape">The fields; the first columns of the SELECT. For a page one more column follows, <c>cursor text</c>: what the parameter
/// <c>after</c> takes to go on behind the row.</param>
/// <param name="Sql">The SELECT with its ORDER BY, without LIMIT. Values stand only in parameters.</param>
/// <param name="From">What follows FROM, with its WHERE, in a statement that counts the rows of all pages.</param>
/// <param name="Values">The parameters of both by name.</param>
internal sealed record RecordQuery(Shape Shape, string Sql, string From, IReadOnlyDictionary<string, object> Values)
{
    /// <summary>Rows of a page.</summary>
    public int Limit { get; init; } = 100;

    /// <summary>Whether the query begins behind a cursor: then its rows are not all.</summary>
    public bool IsBehind { get; init; }

    /// <summary>Whether CSV is for Excel.</summary>
    public bool ForExcel { get; init; }

    /// <summary>
    /// Whether all rows are better read in their order, by index, than found and sorted: then the first goes out at once, however many they are.
    /// </summary>
    public bool InOrder { get; init; }

    /// <summary>The total, where it is known without counting <see cref="From"/>.</summary>
    public Total? Total { get; init; }

    /// <summary>Another way to the same rows where a look into the database shows that it is shorter; null where there is one way only.</summary>
    public ChooseWay? Choose { get; init; }

    /// <summary>Makes the records of the rows; null where each row is one.</summary>
    public Func<NpgsqlDataReader, IRecords>? Read { get; init; }

    public IRecords Records(NpgsqlDataReader rows) => Read?.Invoke(rows) ?? new ResultRecords(rows, Shape);

    /// <summary>A command on <paramref name="connection"/> with all values bound.</summary>
    public NpgsqlCommand Command(NpgsqlConnection connection, string sql)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var (name, value) in Values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }
}
