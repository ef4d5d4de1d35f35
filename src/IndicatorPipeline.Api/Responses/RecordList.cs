using System.Globalization;
using System.Text.Json;
using IndicatorPipeline.Api.Database;
using Npgsql;

namespace IndicatorPipeline.Api.Responses;

/// <summary>Answers a request with the rows of a query: a page of JSON with its total and its next link, or the whole as CSV or NDJSON.</summary>
internal sealed class RecordList(NpgsqlDataSource database, Totals totals, RecordStream stream)
{
    public Task AnswerAsync(HttpContext context, RecordQuery query)
    {
        context.Response.Headers.Append("Vary", "Accept");
        return Negotiation.OfList(context.Request) switch
        {
            Format.Json => PageAsync(context, query),
            var format => stream.WriteAsync(context, query, format),
        };
    }

    private async Task PageAsync(HttpContext context, RecordQuery query)
    {
        var cancellationToken = context.RequestAborted;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        if (query.Choose is { } choose)
        {
            query = await choose(true, new Look(connection, totals, query.Values, cancellationToken));
        }

        using var items = new MemoryStream();
        var (rows, next) = await ReadAsync(context, connection, query, items);
        // What stands on one page is counted already.
        var total = next is null && !query.IsBehind
            ? new Total(rows, true)
            : query.Total ?? await totals.CountAsync(connection, query, cancellationToken);
        await Bodies.WritePageAsync(context, total, next, items);
    }

    private static async Task<(int Rows, string? Next)> ReadAsync(
        HttpContext context, NpgsqlConnection connection, RecordQuery query, MemoryStream items)
    {
        var cancellationToken = context.RequestAborted;
        await using var command = query.Command(connection, string.Create(CultureInfo.InvariantCulture, $"{query.Sql}\nlimit {query.Limit + 1}"));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var records = query.Records(reader);
        string? next = null;
        string? cursor = null;
        var rows = 0;
        await using (var json = new Utf8JsonWriter(items, JsonRecords.Options))
        {
            json.WriteStartArray();
            while (await records.ReadAsync(cancellationToken))
            {
                if (rows == query.Limit)
                {
                    next = Links.Next(context.Request, cursor!);
                    break;
                }

                JsonRecords.Write(json, records, query.Shape);
                cursor = records.Text(query.Shape.Fields.Count);
                rows++;
            }

            json.WriteEndArray();
        }

        return (rows, next);
    }
}
