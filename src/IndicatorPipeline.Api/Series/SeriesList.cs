using System.Text.Json;
using IndicatorPipeline.Api.Database;
using IndicatorPipeline.Api.Problems;
using IndicatorPipeline.Api.Responses;
using Npgsql;

namespace IndicatorPipeline.Api.Series;

/// <summary>Answers with series: a page of JSON with the points inside each, or all points as CSV or NDJSON.</summary>
internal sealed class SeriesList(NpgsqlDataSource database, Totals totals, RecordStream stream)
{
    /// <summary>Most points of one page of JSON.</summary>
    public const int MostPoints = 100_000;

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
        var counted = query.IsNarrow ? null : (Total?)await totals.CountAsync(connection, query.Stream, cancellationToken);
        await using var command = query.Stream.Command(connection, query.IsNarrow ? query.Stream.Sql : query.PageSql);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        RecordReader.Expect(reader, SeriesShape.Shape);

        using var items = new MemoryStream();
        string? next = null;
        string? current = null;
        string? cursor = null;
        var series = 0;
        var points = 0;
        await using (var json = new Utf8JsonWriter(items, JsonRecords.Options))
        {
            json.WriteStartArray();
            while (await reader.ReadAsync(cancellationToken))
            {
                if (reader.GetString(0) is var key && key != current)
                {
                    if (current is not null)
                    {
                        json.WriteEndArray();
                        json.WriteEndObject();
                    }

                    current = key;
                    if (++series > query.Limit)
                    {
                        next = Links.Next(context.Request, cursor!);
                        current = null;
                        break;
                    }

                    cursor = string.Join(',', reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4));
                    json.WriteStartObject();
                    JsonRecords.WriteFields(json, reader, SeriesShape.Shape, 0, SeriesShape.KeyFields);
                    json.WriteStartArray("points");
                }

                if (++points > MostPoints)
                {
                    throw new ProblemException(Problem.TooMuch($"This page would hold more than {MostPoints} points. Name fewer indicators or regions, set from and to, a smaller limit, or take CSV."));
                }

                json.WriteStartObject();
                JsonRecords.WriteFields(json, reader, SeriesShape.Shape, SeriesShape.KeyFields, SeriesShape.Shape.Fields.Count);
                json.WriteEndObject();
            }

            if (current is not null)
            {
                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        await Bodies.WritePageAsync(context, counted ?? new Total(series, true), next, items);
    }
}
