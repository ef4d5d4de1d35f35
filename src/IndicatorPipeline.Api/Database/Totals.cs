using System.Globalization;
using IndicatorPipeline.Api.Responses;
using Microsoft.Extensions.Caching.Memory;
using Npgsql;

namespace IndicatorPipeline.Api.Database;

/// <summary>Counts the rows of a query, and remembers the number for a few seconds: the pages of one list are asked for one after the other.</summary>
internal sealed class Totals : IDisposable
{
    /// <summary>How old a total may be.</summary>
    public static readonly TimeSpan Age = TimeSpan.FromSeconds(10);

    private readonly MemoryCache known = new(new MemoryCacheOptions { SizeLimit = 10_000 });

    public async Task<long> CountAsync(NpgsqlConnection connection, RecordQuery query, CancellationToken cancellationToken)
    {
        var key = query.CountSql + string.Concat(query.Values.Where(pair => pair.Key != "after").OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"\n{pair.Key}={Shown(pair.Value)}"));
        if (known.TryGetValue(key, out long total))
        {
            return total;
        }

        await using var command = query.Command(connection, query.CountSql);
        total = Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
        return known.Set(key, total, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = Age, Size = 1 });
    }

    public void Dispose() => known.Dispose();

    private static string Shown(object value) => value is System.Collections.IEnumerable many and not string ? string.Join('\u001f', many.Cast<object>()) : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
