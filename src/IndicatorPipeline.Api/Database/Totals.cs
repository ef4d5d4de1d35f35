using System.Globalization;
using IndicatorPipeline.Api.Responses;
using Microsoft.Extensions.Caching.Memory;
using Npgsql;

namespace IndicatorPipeline.Api.Database;

/// <summary>
/// Counts the rows of a query up to a bound, and remembers the number for a few seconds: the pages of one list are asked for one after the other.
/// Without the bound a page of a hundred rows could cost the counting of millions.
/// </summary>
internal sealed class Totals : IDisposable
{
    /// <summary>Rows that are counted one by one; of more it is said that there are at least so many.</summary>
    public const int Most = 10_000;

    /// <summary>How old a total may be.</summary>
    public static readonly TimeSpan Age = TimeSpan.FromSeconds(10);

    private readonly MemoryCache known = new(new MemoryCacheOptions { SizeLimit = 10_000 });

    /// <summary>The rows of all pages of <paramref name="query"/>.</summary>
    public async Task<Total> CountAsync(NpgsqlConnection connection, RecordQuery query, CancellationToken cancellationToken)
    {
        var count = await CountAsync(connection, query.From, query.Values, Most, cancellationToken);
        return new Total(Math.Min(count, Most), count <= Most);
    }

    /// <summary>The rows of a FROM clause with its WHERE, counted no further than one beyond <paramref name="most"/>.</summary>
    public async Task<long> CountAsync(
        NpgsqlConnection connection, string from, IReadOnlyDictionary<string, object> values, int most, CancellationToken cancellationToken)
    {
        var sql = string.Create(CultureInfo.InvariantCulture, $"select count(*) from (select from {from} limit {most + 1}) as counted");
        if (Known(sql, values) is { } total)
        {
            return total.Count;
        }

        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var (name, value) in Named(sql, values))
        {
            command.Parameters.AddWithValue(name, value);
        }

        var count = Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
        return Keep(sql, values, new Total(count, true)).Count;
    }

    /// <summary>What was kept for a statement with these values, or null.</summary>
    public Total? Known(string sql, IReadOnlyDictionary<string, object> values) =>
        known.TryGetValue(KeyOf(sql, values), out Total total) ? total : null;

    public Total Keep(string sql, IReadOnlyDictionary<string, object> values, Total total) =>
        known.Set(KeyOf(sql, values), total, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = Age, Size = 1 });

    public void Dispose() => known.Dispose();

    private static string KeyOf(string sql, IReadOnlyDictionary<string, object> values) =>
        sql + string.Concat(Named(sql, values).Select(pair => $"\n{pair.Key}={Shown(pair.Value)}"));

    // A cursor parts the pages of one list, a value that the statement does not name cannot change its count.
    private static IEnumerable<KeyValuePair<string, object>> Named(string sql, IReadOnlyDictionary<string, object> values) =>
        values.Where(pair => sql.Contains("@" + pair.Key, StringComparison.Ordinal)).OrderBy(pair => pair.Key, StringComparer.Ordinal);

    private static string Shown(object value) =>
        value is System.Collections.IEnumerable many and not string
            ? string.Join('\u001f', many.Cast<object>())
            : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
