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
        var total = await totals.CountAsync(connection, query, cancellationToken);
        await using var command = query.Command(connection, string.Create(CultureInfo.InvariantCulture, $"{query.Sql}\nlimit {query.Limit + 1}"));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        RecordReader.Expect(reader, query.Shape);

        using var items = new MemoryStream();
        string? next = null;
        string? cursor = null;
        var rows = 0;
        await using (var json = new Utf8JsonWriter(items, JsonRecords.Options))
        {
            json.WriteStartArray();
            while (await reader.ReadAsync(cancellationToken))
            {
                if (++rows > query.Limit)
                {
                    next = Links.Next(context.Request, cursor!);
                    break;
                }

                JsonRecords.Write(json, reader, query.Shape);
                cursor = reader.GetString(query.Shape.Fields.Count);
            }

            json.WriteEndArray();
        }

        await Bodies.WritePageAsync(context, total, next, items);
    }
}
