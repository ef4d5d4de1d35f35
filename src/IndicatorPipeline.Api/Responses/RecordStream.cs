using System.Buffers;
using System.Text;
using System.Text.Json;
using IndicatorPipeline.Api.Database;
using IndicatorPipeline.Api.Problems;
using Npgsql;

namespace IndicatorPipeline.Api.Responses;

/// <summary>
/// Streams all rows of a query in constant memory. A stream that breaks off is cut at the connection, never ended as if it were whole.
/// </summary>
internal sealed class RecordStream(
    [FromKeyedServices(ReaderDatabase.Downloads)] NpgsqlDataSource database, Totals totals, ApiOptions options, ILogger<RecordStream> log)
    : IDisposable
{
    private const int FlushBytes = 64 * 1024;

    private readonly SemaphoreSlim places = new(options.LongDownloads);

    public async Task WriteAsync(HttpContext context, RecordQuery query, Format format)
    {
        if (!await places.WaitAsync(TimeSpan.FromSeconds(2), context.RequestAborted))
        {
            throw new ProblemException(Problem.Busy($"{options.LongDownloads} long downloads run already. Try again, or narrow the query and take JSON pages.", 10));
        }

        try
        {
            await StreamAsync(context, query, format);
        }
        finally
        {
            places.Release();
        }
    }

    public void Dispose() => places.Dispose();

    private async Task StreamAsync(HttpContext context, RecordQuery query, Format format)
    {
        var cancellationToken = context.RequestAborted;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (query.Choose is { } choose)
        {
            query = await choose(false, new Look(connection, totals, query.Values, cancellationToken));
        }

        // The time limit is for statements that find much to say nothing; a download takes as long as the client reads.
        var settings = query.InOrder
            ? "set local statement_timeout = 0; set local enable_sort = off"
            : "set local statement_timeout = 0";
        await using (var statement = new NpgsqlCommand(settings, connection))
        {
            await statement.ExecuteNonQueryAsync(cancellationToken);
        }

        await using var command = query.Command(connection, query.Sql);
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var records = query.Records(reader);

        var response = context.Response;
        response.ContentType = format == Format.Csv ? "text/csv; charset=utf-8; header=present" : "application/x-ndjson";
        response.Headers.CacheControl = "no-store";
        if (format == Format.Csv)
        {
            response.Headers.ContentDisposition = $"attachment; filename=\"{query.Shape.Name.ToLowerInvariant()}s.csv\"";
        }

        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        long rows = 0;
        try
        {
            var output = response.BodyWriter;
            var encoder = Encoding.UTF8.GetEncoder();
            var csv = new CsvRecords(query.Shape, query.ForExcel);
            await using var json = new Utf8JsonWriter(output, JsonRecords.Options);
            if (format == Format.Csv)
            {
                Encoding.UTF8.GetBytes(csv.Heading(), output);
            }

            while (await records.ReadAsync(cancellationToken))
            {
                if (format == Format.Csv)
                {
                    foreach (var chunk in csv.Line(records).GetChunks())
                    {
                        // The encoder keeps half a surrogate pair where a chunk ends in its middle.
                        encoder.Convert(chunk.Span, output, flush: false, out _, out _);
                    }
                }
                else
                {
                    JsonRecords.Write(json, records, query.Shape);
                    json.Flush();
                    json.Reset();
                    output.Write("\n"u8);
                }

                rows++;
                if (output.UnflushedBytes > FlushBytes)
                {
                    await output.FlushAsync(cancellationToken);
                }
            }

            await output.FlushAsync(cancellationToken);
        }
        catch (Exception broken) when (response.HasStarted)
        {
            log.StreamBroken(broken, context.Request.Path, rows);
            context.Abort();
        }
    }
}
