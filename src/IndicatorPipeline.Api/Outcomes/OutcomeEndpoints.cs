using IndicatorPipeline.Api.OpenApi;
using IndicatorPipeline.Api.Requests;
using IndicatorPipeline.Api.Responses;

namespace IndicatorPipeline.Api.Outcomes;

/// <summary><c>/outcomes</c>: what the report of a year promised for it against what the report of the year after says was reached.</summary>
internal static class OutcomeEndpoints
{
    private static readonly Parameter Verdict = new("verdict", "How it came out.", "missed")
    {
        Many = true, Allowed = ["met", "missed", "not_judged", "no_outcome", "no_target", "target_without_number"],
    };

    private static readonly Parameter Conflict =
        new("conflict", "Whether only those are taken for which two documents state different numbers.", "true") { Type = "boolean" };

    private static readonly Parameter After = Parameters.After with { Example = "370000,gdp,growth,2024" };

    private static readonly IReadOnlyList<Parameter> ListParameters =
    [
        Parameters.Indicator, Parameters.IndicatorChildren, Parameters.Region, Parameters.RegionChildren,
        Parameters.Year with { Description = "The year." },
        Parameters.From with { Description = "First year." }, Parameters.To with { Description = "Last year." },
        Parameters.Measure, Verdict, Conflict, Parameters.AsOf, Parameters.Limit, After, Parameters.Excel,
    ];

    public static void MapOutcomes(this IEndpointRouteBuilder routes) =>
        routes.MapList("/outcomes", ListAsync,
            new Doc("Outcomes", "Targets against outcomes, one row a region, indicator, measure and year.", ListParameters, OutcomeShape.Shape));

    private static Task ListAsync(HttpContext context, RecordList list)
    {
        var reader = new QueryReader(context.Request.Query, ListParameters);
        var conditions = new Conditions();
        reader.AddIndicators(conditions);
        reader.AddRegions(conditions);
        reader.AddChoice(conditions, Parameters.Measure, "measure");
        if (reader.Year(Parameters.Year) is { } year)
        {
            conditions.Add("year = @year", "year", year);
        }

        reader.AddYears(conditions, "year", "year");
        reader.AddChoice(conditions, Verdict, VerdictSql);
        if (reader.Switch(Conflict))
        {
            conditions.Add("(target_conflict or outcome_conflict)");
        }

        conditions.At(reader.AsOf());
        var limit = reader.Limit();
        var isBehind = AddCursor(reader, conditions);
        var excel = reader.Switch(Parameters.Excel);
        reader.ThrowIfWrong();

        var source = conditions.View("mart.target_outcome");
        var statements = conditions.View("mart.observation");
        return list.AnswerAsync(context, new RecordQuery(
            OutcomeShape.Shape,
            $"""
            with chosen as not materialized (
              select *
              from {source}
              {conditions.WhereAnd(isBehind ? "(region_code, indicator, measure, year) > (@afterRegion, @afterIndicator, @afterMeasure, @afterYear)" : null)}
            )
            select t.indicator, t.indicator_name_zh, t.indicator_name_en, t.region_code, t.region_name, t.region_name_en, t.measure, t.year, {VerdictSql} as verdict, t.met, t.gap,
              t.target_low, t.target_high, t.target_bound, t.target_unit, t.target_text, t.target_modality, t.aspiration_low,
              t.target_document, t.target_observation_id as target_observation, t.target_conflict,
              t.outcome_low, t.outcome_high, t.outcome_bound, t.outcome_unit, t.outcome_text, t.outcome_state,
              t.outcome_document, t.outcome_observation_id as outcome_observation, t.outcome_conflict,
              case when t.target_conflict or t.outcome_conflict then (
                select jsonb_agg(jsonb_build_object('id', o.observation_id, 'document', o.document, 'status', o.status, 'value_text', o.value_text,
                  'low', o.low, 'high', o.high, 'bound', o.bound, 'unit', o.unit) order by o.status desc, o.observation_id)
                from {statements} o
                where o.indicator = t.indicator and o.region_code = t.region_code and o.measure = t.measure
                  and o.period_start_year = t.year and o.period_end_year = t.year and o.period_part is null
              ) end as conflicting,
              u.region_code as upper_region_code, u.target_low as upper_target_low, t.target_low - u.target_low as amplification,
              p.low as plan_low, p.observation_id as plan_observation, t.target_low - p.low as revision,
              concat_ws(',', t.region_code, t.indicator, t.measure, t.year) as cursor
            from chosen t
            left join mart.region g on g.code = t.region_code
            left join lateral (
              select a.region_code, a.target_low
              from {source} a
              where t.target_low is not null and a.region_code = g.parent and a.indicator = t.indicator and a.measure = t.measure and a.year = t.year
                and a.target_low is not null and a.target_unit = t.target_unit
                -- Shares and intensities compare across levels; the hectares of a city and of the nation do not.
                and (t.target_unit in ('%', 'pp') or t.target_unit like '%/%')
              limit 1) u on true
            left join lateral (
              select o.low, o.observation_id
              from {statements} o
              where t.measure = 'growth' and t.target_low is not null and o.indicator = t.indicator and o.region_code = t.region_code
                and o.period_start_year between t.year - 9 and t.year and o.period_end_year >= t.year and o.period_end_year > o.period_start_year
                and o.measure = 'average_growth' and o.status = 'target' and o.low is not null
              order by o.period_start_year desc, o.confidence desc, o.observation_id
              limit 1) p on true
            order by t.region_code, t.indicator, t.measure, t.year
            """,
            $"{source} {conditions.Where}",
            conditions.Values) { Limit = limit, IsBehind = isBehind, ForExcel = excel });
    }

    private const string VerdictSql = """
        case
          when target_state = 'none' then 'no_target'
          when target_state = 'words' then 'target_without_number'
          when outcome_state = 'none' then 'no_outcome'
          when met then 'met'
          when not met then 'missed'
          else 'not_judged'
        end
        """;

    private static bool AddCursor(QueryReader reader, Conditions conditions)
    {
        if (reader.One(After) is not { } after)
        {
            return false;
        }

        if (after.Split(',') is [var region, var indicator, var measure, var text] && short.TryParse(text, null, out var year))
        {
            conditions.Set("afterRegion", region).Set("afterIndicator", indicator).Set("afterMeasure", measure).Set("afterYear", year);
            return true;
        }

        reader.Refuse(After, after, $"'{after}' is no place in this list; take it from the link 'next'.");
        return false;
    }
}
