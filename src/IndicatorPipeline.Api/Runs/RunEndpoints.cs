using IndicatorPipeline.Api.OpenApi;
using IndicatorPipeline.Api.Requests;
using IndicatorPipeline.Api.Responses;

namespace IndicatorPipeline.Api.Runs;

/// <summary><c>/runs</c> and <c>/failures</c>: what the pipeline did, and what it could not do.</summary>
internal static class RunEndpoints
{
    private static readonly Shape RunShape = new("Run",
    [
        new("id", FieldKind.Whole, "Number of the run, rising.", "12"),
        new("kind", FieldKind.Text, "scan, ingest, reextract …", "\"scan\""),
        new("state", FieldKind.Text, "running, succeeded, failed, or abandoned (its worker died).", "\"succeeded\""),
        new("started_at", FieldKind.Moment, "When it began.", "\"2026-01-31T18:00:00.000Z\""),
        new("finished_at", FieldKind.Moment, "When it ended; null while running.", "\"2026-01-31T18:04:00.000Z\""),
        new("seconds", FieldKind.Number, "How long it took, or has taken so far.", "240.1"),
        new("rules_version", FieldKind.Whole, "Version of the engine's rules.", "3"),
        new("documents_seen", FieldKind.Whole, "Documents found in the sources.", "130"),
        new("documents_new", FieldKind.Whole, "Documents seen for the first time.", "2"),
        new("documents_changed", FieldKind.Whole, "Documents whose content differed.", "1"),
        new("documents_unchanged", FieldKind.Whole, "Documents known as they are.", "126"),
        new("documents_failed", FieldKind.Whole, "Documents that could not be read or stored.", "1"),
        new("documents_saved", FieldKind.Whole, "Documents whose observations were stored.", "3"),
        new("observations_added", FieldKind.Whole, "Observations stored, new or changed.", "310"),
        new("observations_closed", FieldKind.Whole, "Observations replaced or withdrawn.", "12"),
        new("error", FieldKind.Text, "Why it failed, in one line; null otherwise.", "null"),
    ]);

    private static readonly Shape FailureShape = new("Failure",
    [
        new("id", FieldKind.Whole, "Number of the failure.", "3"),
        new("source", FieldKind.Text, "Collection the document belongs to.", "\"reports\""),
        new("path", FieldKind.Text, "Place of the document in it.", "\"2025/report.pdf\""),
        new("stage", FieldKind.Text, "Where it failed: fetch, read, extract or save.", "\"read\""),
        new("reason", FieldKind.Text, "Why it failed last, in one line.", "\"the file is empty\""),
        new("remedy", FieldKind.Text, "What a person can do about it, or null.", "null"),
        new("attempts", FieldKind.Whole, "How often it has failed in a row.", "2"),
        new("first_failed_at", FieldKind.Moment, "First failure.", "\"2026-01-30T18:00:00.000Z\""),
        new("last_failed_at", FieldKind.Moment, "Last failure.", "\"2026-01-31T18:00:00.000Z\""),
        new("next_attempt_at", FieldKind.Moment, "When it is tried again; null when set aside.", "\"2026-02-01T18:00:00.000Z\""),
        new("set_aside_at", FieldKind.Moment, "When it was given up until a person or a changed file brings it back; null otherwise.", "null"),
        new("run", FieldKind.Whole, "Run of the last failure, or null.", "12"),
    ]);

    private static readonly Parameter State =
        new("state", "How it ended.", "failed") { Many = true, Allowed = ["running", "succeeded", "failed", "abandoned"] };
    private static readonly Parameter Stage =
        new("stage", "Where it failed.", "read") { Many = true, Allowed = ["fetch", "read", "extract", "save"] };
    private static readonly Parameter Run = new("run", "Run in which it failed last.", "12") { Type = "integer" };
    private static readonly IReadOnlyList<Parameter> RunParameters = [State, Parameters.Limit, Parameters.After, Parameters.Excel];
    private static readonly IReadOnlyList<Parameter> FailureParameters = [Stage, Run, Parameters.Limit, Parameters.After, Parameters.Excel];

    public static void MapRuns(this IEndpointRouteBuilder routes)
    {
        routes.MapList("/runs", RunsAsync, new Doc("Runs", "Runs of the pipeline, latest first.", RunParameters, RunShape));
        routes.MapList("/failures", FailuresAsync,
            new Doc("Runs", "Documents that cannot be read or stored at present, latest first.", FailureParameters, FailureShape));
    }

    private static Task RunsAsync(HttpContext context, RecordList list)
    {
        var reader = new QueryReader(context.Request.Query, RunParameters);
        var conditions = new Conditions();
        reader.AddChoice(conditions, State, "state");
        var (limit, isBehind, excel) = Paging(reader, conditions);
        return list.AnswerAsync(context, new RecordQuery(
            RunShape,
            $"""
            select run_id as id, kind, state, started_at, finished_at, round(extract(epoch from duration), 3) as seconds, rules_version,
              documents_seen, documents_new, documents_changed, documents_unchanged, documents_failed, documents_saved, observations_added, observations_closed, error,
              run_id::text as cursor
            from mart.run
            {conditions.WhereAnd(isBehind ? "run_id < @after" : null)}
            order by run_id desc
            """,
            $"mart.run {conditions.Where}",
            conditions.Values) { Limit = limit, IsBehind = isBehind, ForExcel = excel });
    }

    private static Task FailuresAsync(HttpContext context, RecordList list)
    {
        var reader = new QueryReader(context.Request.Query, FailureParameters);
        var conditions = new Conditions();
        reader.AddChoice(conditions, Stage, "stage");
        if (reader.Whole(Run, 1, long.MaxValue) is { } run)
        {
            conditions.Add("run_id = @run", "run", run);
        }

        var (limit, isBehind, excel) = Paging(reader, conditions);
        return list.AnswerAsync(context, new RecordQuery(
            FailureShape,
            $"""
            select failure_id as id, source, path, stage, reason, remedy, attempts, first_failed_at, last_failed_at, next_attempt_at, set_aside_at, run_id as run,
              failure_id::text as cursor
            from mart.failure
            {conditions.WhereAnd(isBehind ? "failure_id < @after" : null)}
            order by failure_id desc
            """,
            $"mart.failure {conditions.Where}",
            conditions.Values) { Limit = limit, IsBehind = isBehind, ForExcel = excel });
    }

    private static (int Limit, bool IsBehind, bool Excel) Paging(QueryReader reader, Conditions conditions)
    {
        var limit = reader.Limit();
        var after = reader.Whole(Parameters.After, 0, long.MaxValue);
        var excel = reader.Switch(Parameters.Excel);
        reader.ThrowIfWrong();
        if (after is { } id)
        {
            conditions.Set("after", id);
        }

        return (limit, after is not null, excel);
    }
}
