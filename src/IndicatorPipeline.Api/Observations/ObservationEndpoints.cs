using System.Globalization;
using System.Text.Json;
using IndicatorPipeline.Api.OpenApi;
using IndicatorPipeline.Api.Problems;
using IndicatorPipeline.Api.Requests;
using IndicatorPipeline.Api.Responses;
using Npgsql;

namespace IndicatorPipeline.Api.Observations;

/// <summary><c>/observations</c>: what the speeches state, number by number.</summary>
internal static class ObservationEndpoints
{
    private const string Columns = """
        document, speech, span_start as start, span_end as "end", quote, value_text, indicator, indicator_text, measure, low, high, bound, unit, status,
        period_start_year as period_start, period_end_year as period_end, period_part, scope, place, region_code, rule, confidence, modality, open_indicator,
        observation_id as id, version_id as version, quote_start, quote_end, region_name, speech_title, speech_date, speech_year, speech_region_code
        """;

    private static readonly IReadOnlyList<Parameter> ListParameters =
        [.. ObservationFilter.Parameters, Parameters.Limit, Parameters.After, Parameters.Excel];

    private static readonly Parameter Id = new("id", "Number of the observation.", "4711") { Type = "integer" };

    public static void MapObservations(this IEndpointRouteBuilder routes)
    {
        routes.MapList("/observations", ListAsync,
            new Doc("Observations", "Observations: every number that a speech states, with its sentence.", ListParameters, ObservationShape.Shape));
        routes.MapOne("/observations/{id:long}", OneAsync, new Doc("Observations", "One observation.", [], ObservationShape.Shape) { Path = [Id] });
    }

    private static Task ListAsync(HttpContext context, RecordList list, ApiOptions options)
    {
        var reader = new QueryReader(context.Request.Query, ListParameters);
        var filter = ObservationFilter.Read(reader);
        var limit = reader.Limit();
        var isBehind = filter.AddCursor(reader);
        var excel = reader.Switch(Parameters.Excel);
        reader.ThrowIfWrong();
        return list.AnswerAsync(context, new ObservationList(filter, Columns, isBehind, limit, options.TextWindow, excel).Query);
    }

    private static async Task OneAsync(HttpContext context, NpgsqlDataSource database)
    {
        new QueryReader(context.Request.Query, []).ThrowIfWrong();
        var cancellationToken = context.RequestAborted;
        var id = long.Parse((string)context.Request.RouteValues["id"]!, CultureInfo.InvariantCulture);
        await using var command = database.CreateCommand($"""
            select {Columns},
              copy_of_document, copy_of_speech, valid_from
            from mart.statement
            where observation_id = @id
            """);
        command.Parameters.AddWithValue("id", id);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var record = new ResultRecords(reader, ObservationShape.Shape);
        if (!await record.ReadAsync(cancellationToken))
        {
            throw new ProblemException(Problem.NotFound($"There is no current observation {id}; it may have been corrected. Ask for its document's observations."));
        }

        using var body = new MemoryStream();
        await using (var json = new Utf8JsonWriter(body, JsonRecords.Options))
        {
            JsonRecords.Write(json, record, ObservationShape.Shape);
        }

        await Bodies.WriteAsync(context, "application/json; charset=utf-8", body);
    }
}
