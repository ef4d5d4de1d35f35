using System.Text.Json;
using IndicatorPipeline.Api.Database;
using IndicatorPipeline.Api.Problems;
using IndicatorPipeline.Api.Responses;
using Npgsql;

namespace IndicatorPipeline.Api.Series;

/// <summary>Answers with series: a page of JSON with the points inside each, or all points as CSV or NDJSON.</summary>
internal sealed class SeriesList(NpgsqlDataSource database, Totals totals, RecordStream stream)
{
    /// <summary>Most statements of one page of JSON.</summary>
    public const int MostStatements = 100_000;

    /// <summary>Statements that a series has as a rule at most: so many are read for each, and more only where that was too few.</summary>
    private const int UsualStatements = 64;

    public Task AnswerAsync(HttpContext context, SeriesQuery query, Format? format)
    {
        context.Response.Headers.Append("Vary", "Accept");
        return (format ?? Negotiation.OfList(context.Request)) switch
        {
            Format.Json => PageAsync(context, query),
            var whole => stream.WriteAsync(context, query.Stream, whole),
        };
    }

    private async Task PageAsync(HttpContext context, SeriesQuery query)
    {
        var cancellationToken = context.RequestAborted;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        using var items = new MemoryStream();
        var most = query.IsNarrow ? MostStatements + 1 : Math.Min((query.Limit + 1) * UsualStatements, MostStatements + 1);
        while (true)
        {
            items.SetLength(0);
            var (series, next, statements) = await ReadAsync(context, query, connection, most, items);
            if (next is null && statements == most)
            {
                // The last series may be cut, and others may follow.
                most = most <= MostStatements
                    ? Math.Min(most * 8, MostStatements + 1)
                    : throw new ProblemException(Problem.TooMuch($"This page would hold more than {MostStatements} statements. Name fewer indicators or regions, set from and to, a smaller limit, or take CSV."));
                continue;
            }

            var total = next is null && !query.IsBehind
                ? new Total(series, true)
                : await CountAsync(new Look(connection, totals, query.Conditions.Values, cancellationToken), query);
            await Bodies.WritePageAsync(context, total, next, items);
            return;
        }
    }

    private static async Task<Total> CountAsync(Look look, SeriesQuery query)
    {
        if (look.Known(query.Counted) is { } known)
        {
            return known;
        }

        var counts = await look.NumbersAsync(query.Counted);
        return look.Keep(query.Counted, new Total(counts[0], counts[1] < SeriesQuery.MostCounted));
    }

    /// <summary>Writes the series among the first statements, as a JSON array.</summary>
    /// <returns>How many, the link to the next page where more follow, and how many statements were read.</returns>
    private static async Task<(int Series, string? Next, long Statements)> ReadAsync(
        HttpContext context, SeriesQuery query, NpgsqlConnection connection, int most, MemoryStream items)
    {
        var cancellationToken = context.RequestAborted;
        await using var command = query.Stream.Command(connection, query.First(most));
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var points = new SeriesPoints(rows);
        var key = "";
        string? cursor = null;
        string? next = null;
        var series = 0;
        await using var json = new Utf8JsonWriter(items, JsonRecords.Options);
        json.WriteStartArray();
        while (await points.ReadAsync(cancellationToken))
        {
            if (points.Text(0) is var current && current != key)
            {
                if (series > 0)
                {
                    json.WriteEndArray();
                    json.WriteEndObject();
                }

                if (series == query.Limit)
                {
                    next = Links.Next(context.Request, cursor!);
                    break;
                }

                key = current;
                cursor = string.Join(',', points.Text(1), points.Text(2), points.Text(3), points.Text(4));
                series++;
                json.WriteStartObject();
                JsonRecords.WriteFields(json, points, SeriesShape.Shape, 0, SeriesShape.KeyFields);
                json.WriteStartArray("points");
            }

            json.WriteStartObject();
            JsonRecords.WriteFields(json, points, SeriesShape.Shape, SeriesShape.KeyFields, SeriesShape.Shape.Fields.Count);
            json.WriteEndObject();
        }

        if (series > 0 && next is null)
        {
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        await json.FlushAsync(cancellationToken);
        return (series, next, points.StatementsRead);
    }
}
