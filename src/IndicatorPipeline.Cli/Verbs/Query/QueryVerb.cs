using Dapper;
using IndicatorPipeline.Cli.CommandLine;
using IndicatorPipeline.Cli.Configuration;
using IndicatorPipeline.Cli.Output;
using IndicatorPipeline.Storage;
using IndicatorPipeline.Storage.Migrations;
using Npgsql;

namespace IndicatorPipeline.Cli.Verbs.Query;

/// <summary>Asks the views that outside readers ask, and shows the answer.</summary>
internal static class QueryVerb
{
    public static async Task<int> RunAsync(QueryRequest request, CancellationToken cancellationToken)
    {
        await using var database = Database.Open(ProgramConfiguration.ConnectionString(ProgramConfiguration.Read([])));
        await new Migrator(database).EnsureCurrentAsync(cancellationToken);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var output = StandardOutput.Open();
        return request.Subject == QuerySubject.Outcomes
            ? await OutcomesAsync(connection, request, output, cancellationToken)
            : await ObservationsAsync(connection, request, output, cancellationToken);
    }

    private static async Task<int> ObservationsAsync(
        NpgsqlConnection connection, QueryRequest request, Stream output, CancellationToken cancellationToken)
    {
        const string Filter = """
            from mart.observation
            where (@Indicator::text is null or coalesce(indicator, open_indicator) = @Indicator or starts_with(coalesce(indicator, open_indicator), @Indicator || '.'))
              and (@RegionCode::text is null or region_code = @RegionCode)
              and (@FromYear::int is null or period_end_year >= @FromYear) and (@ToYear::int is null or period_start_year <= @ToYear)
              and (@Status::text is null or status = @Status) and (@Measure::text is null or measure = @Measure)
              and (@Document::text is null or document = @Document) and (@Text::text is null or position(@Text in quote) > 0)
            """;
        const string Sql = $"""
            select document, speech, span_start, span_end, quote, value_text, indicator, open_indicator, indicator_text, coalesce(indicator_name_zh, open_indicator_name_zh) as indicator_name_zh, measure, low, high, bound, unit, status,
              period_start_year, period_end_year, period_part, scope, place, region_code, region_name, confidence
            {Filter}
            order by region_code, coalesce(indicator, open_indicator), measure, period_start_year, status, document, span_start
            limit @Limit
            """;
        if (request.Form == QueryForm.Csv)
        {
            var every = connection.QueryUnbufferedAsync<ObservationRow>(Sql, request, commandTimeout: 0);
            await QueryReport.WriteCsvAsync(every, output, cancellationToken);
            return ExitCode.Success;
        }

        var page = new CommandDefinition(Sql, request, commandTimeout: 0, cancellationToken: cancellationToken);
        var count = new CommandDefinition($"select count(*) {Filter}", request, commandTimeout: 0, cancellationToken: cancellationToken);
        var shown = (await connection.QueryAsync<ObservationRow>(page)).AsList();
        var total = shown.Count == request.Limit ? await connection.ExecuteScalarAsync<long>(count) : shown.Count;
        QueryReport.WriteTable(shown, total, Terminal.ForOutput(output));
        return ExitCode.Success;
    }

    private static async Task<int> OutcomesAsync(
        NpgsqlConnection connection, QueryRequest request, Stream output, CancellationToken cancellationToken)
    {
        const string Filter = """
            from mart.target_outcome
            where (@Indicator::text is null or indicator = @Indicator or starts_with(indicator, @Indicator || '.'))
              and (@RegionCode::text is null or region_code = @RegionCode)
              and (@FromYear::int is null or year >= @FromYear) and (@ToYear::int is null or year <= @ToYear)
              and (@Measure::text is null or measure = @Measure)
            """;
        const string Sql = $"""
            select region_code, region_name, indicator, indicator_name_zh, measure, year, target_low, target_high, target_bound, target_unit, target_text,
              outcome_low, outcome_high, outcome_bound, outcome_unit, gap, met, target_document, outcome_document
            {Filter}
            order by region_code, indicator, measure, year
            limit @Limit
            """;
        if (request.Form == QueryForm.Csv)
        {
            await QueryReport.WriteCsvAsync(connection.QueryUnbufferedAsync<OutcomeRow>(Sql, request, commandTimeout: 0), output, cancellationToken);
            return ExitCode.Success;
        }

        var page = new CommandDefinition(Sql, request, commandTimeout: 0, cancellationToken: cancellationToken);
        var rows = (await connection.QueryAsync<OutcomeRow>(page)).AsList();
        if (request.Form == QueryForm.Chart)
        {
            OutcomeChart.Write(rows, Terminal.ForOutput(output));
            return ExitCode.Success;
        }

        var count = new CommandDefinition($"select count(*) {Filter}", request, commandTimeout: 0, cancellationToken: cancellationToken);
        var total = rows.Count == request.Limit ? await connection.ExecuteScalarAsync<long>(count) : rows.Count;
        QueryReport.WriteTable(rows, total, Terminal.ForOutput(output));
        return ExitCode.Success;
    }
}
