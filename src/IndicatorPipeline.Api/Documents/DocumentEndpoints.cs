using System.Text.Json;
using IndicatorPipeline.Api.OpenApi;
using IndicatorPipeline.Api.Problems;
using IndicatorPipeline.Api.Requests;
using IndicatorPipeline.Api.Responses;
using Npgsql;

namespace IndicatorPipeline.Api.Documents;

/// <summary><c>/documents</c>: where the numbers stand. One document comes with its text, its speeches and the spans of its observations.</summary>
internal static class DocumentEndpoints
{
    private static readonly Parameter Source = new("source", "Collection the document belongs to.", "reports");
    private static readonly Parameter Version =
        new("version", "Version of the document, as field 'version' of an observation; the current one if left out.", "17") { Type = "integer" };
    private static readonly Parameter Id = new("id", "Name of the document.", "000");
    private static readonly IReadOnlyList<Parameter> ListParameters =
        [Parameters.Document, Source, Parameters.Limit, Parameters.After, Parameters.Excel];
    private static readonly IReadOnlyList<Parameter> OneParameters = [Source, Version];

    public static void MapDocuments(this IEndpointRouteBuilder routes)
    {
        routes.MapList("/documents", ListAsync, new Doc("Documents", "Documents, without their texts.", ListParameters, DocumentShapes.Listed));
        routes.MapOne("/documents/{**id}", OneAsync,
            new Doc("Documents", "A document with its text, its speeches and the spans of its observations.", OneParameters, DocumentShapes.Whole)
            {
                Path = [Id],
            });
    }

    private static Task ListAsync(HttpContext context, RecordList list)
    {
        var reader = new QueryReader(context.Request.Query, ListParameters);
        var conditions = new Conditions();
        reader.AddChoice(conditions, Parameters.Document, "document");
        if (reader.One(Source) is { } source)
        {
            conditions.Add("source = @source", "source", source);
        }

        var limit = reader.Limit();
        var after = reader.Whole(Parameters.After, 0, long.MaxValue);
        var excel = reader.Switch(Parameters.Excel);
        reader.ThrowIfWrong();
        if (after is { } id)
        {
            conditions.Set("after", id);
        }

        return list.AnswerAsync(context, new RecordQuery(
            DocumentShapes.Listed,
            $"""
            select document, source, path, uri, title, media_type, encoding, text_length, content_hash, version_id as version, rules_version, registered_at, retrieved_at, saved_at, gone_at, pending,
              document_id::text as cursor
            from mart.document
            {conditions.WhereAnd(after is null ? null : "document_id > @after")}
            order by document_id
            """,
            $"mart.document {conditions.Where}",
            conditions.Values) { Limit = limit, IsBehind = after is not null, ForExcel = excel });
    }

    private static async Task OneAsync(HttpContext context, NpgsqlDataSource database)
    {
        var reader = new QueryReader(context.Request.Query, OneParameters);
        var source = reader.One(Source);
        var version = reader.Whole(Version, 1, long.MaxValue);
        reader.ThrowIfWrong();
        var cancellationToken = context.RequestAborted;
        var name = (string?)context.Request.RouteValues["id"] ?? "";

        await using var command = database.CreateCommand("""
            select d.document, d.source, d.path, d.uri, v.title, v.media_type, v.encoding, v.text_length, v.content_hash, v.version_id as version, v.current,
              v.retrieved_at, d.gone_at, v.text,
              (
                select coalesce(jsonb_agg(jsonb_build_object(
                    'speech', s.speech, 'start', s.span_start, 'end', s.span_end, 'title', s.title, 'date', s.date, 'date_evidence', s.date_evidence, 'year', s.year,
                    'year_evidence', s.year_evidence, 'region_code', s.region_code, 'region_evidence', s.region_evidence, 'region_name', s.region_name, 'level', s.level,
                    'speaker', s.speaker, 'office', s.office, 'copy_of_document', s.copy_of_document, 'copy_of_speech', s.copy_of_speech, 'sections', s.sections) order by s.speech), '[]')
                from mart.speech s
                where s.document_id = v.document_id and v.current
              ) as speeches,
              (
                select coalesce(jsonb_agg(jsonb_build_object(
                    'id', o.observation_id, 'start', o.span_start, 'end', o.span_end, 'quote_start', o.quote_start, 'quote_end', o.quote_end,
                    'indicator', o.indicator, 'open_indicator', o.open_indicator, 'indicator_text', o.indicator_text, 'measure', o.measure, 'status', o.status) order by o.span_start, o.observation_id), '[]')
                from mart.statement o
                where o.document_id = v.document_id and v.current
              ) as spans
            from mart.document d
            join mart.document_version v on v.document_id = d.document_id
            where d.document = @name and (@source::text is null or d.source = @source)
              and (v.version_id = @version or @version::bigint is null and v.current)
            order by d.document_id
            limit 20
            """);
        command.Parameters.AddWithValue("name", name);
        command.Parameters.Add(new NpgsqlParameter("source", NpgsqlTypes.NpgsqlDbType.Text) { Value = (object?)source ?? DBNull.Value });
        command.Parameters.Add(new NpgsqlParameter("version", NpgsqlTypes.NpgsqlDbType.Bigint) { Value = (object?)version ?? DBNull.Value });

        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var record = new ResultRecords(rows, DocumentShapes.Whole);
        if (!await record.ReadAsync(cancellationToken))
        {
            throw new ProblemException(Problem.NotFound(version is null
                ? $"There is no document '{name}' that has been read. All are listed at /api/v1/documents, those that failed at /api/v1/failures."
                : $"There is no version {version} of a document '{name}'."));
        }

        using var body = new MemoryStream();
        await using (var json = new Utf8JsonWriter(body, JsonRecords.Options))
        {
            JsonRecords.Write(json, record, DocumentShapes.Whole);
        }

        var sources = new List<string> { rows.GetString(1) };
        while (await rows.ReadAsync(cancellationToken))
        {
            sources.Add(rows.GetString(1));
        }

        if (sources.Count > 1)
        {
            throw new ProblemException(Problem.WrongParameters([new ParameterError(Source.Name, null,
                $"{sources.Count} collections hold a document '{name}'; name the one with 'source'.", sources)]));
        }

        await Bodies.WriteAsync(context, "application/json; charset=utf-8", body);
    }
}
