using IndicatorPipeline.Api.OpenApi;
using IndicatorPipeline.Api.Requests;
using IndicatorPipeline.Api.Responses;

namespace IndicatorPipeline.Api.Coverage;

/// <summary><c>/coverage</c>: which regions and years are in.</summary>
internal static class CoverageEndpoints
{
    private static readonly Shape Shape = new("Coverage",
    [
        new("region_code", FieldKind.Text, "GB/T 2260 code.", "\"370000\""),
        new("region_name", FieldKind.Text, "Name.", "\"山东省\""),
        new("region_name_en", FieldKind.Text, "English name, or null.", "\"Shandong\""),
        new("level", FieldKind.Text, "Level of government.", "\"province\""),
        new("year", FieldKind.Whole, "Year.", "2024"),
        new("reports", FieldKind.Whole, "Speeches of the region that speak in the year, copies apart.", "1"),
        new("targets", FieldKind.Whole, "Indicators with a target for the year.", "12"),
        new("outcomes", FieldKind.Whole, "Indicators with an outcome of the year.", "10"),
        new("judged", FieldKind.Whole, "Targets that could be judged.", "8"),
        new("met", FieldKind.Whole, "Targets that were met.", "6"),
    ]);

    private static readonly Parameter After = Parameters.After with { Example = "370000,2024" };

    private static readonly IReadOnlyList<Parameter> ListParameters =
    [
        Parameters.Region, Parameters.RegionChildren, Parameters.Level,
        Parameters.From with { Description = "First year." }, Parameters.To with { Description = "Last year." },
        Parameters.Limit, After, Parameters.Excel,
    ];

    public static void MapCoverage(this IEndpointRouteBuilder routes) =>
        routes.MapList("/coverage", ListAsync, new Doc("Coverage", "Which regions and years are in.", ListParameters, Shape));

    private static Task ListAsync(HttpContext context, RecordList list)
    {
        var reader = new QueryReader(context.Request.Query, ListParameters);
        var conditions = new Conditions();
        reader.AddRegions(conditions);
        reader.AddChoice(conditions, Parameters.Level, "level");
        reader.AddYears(conditions, "year", "year");
        var limit = reader.Limit();
        var isBehind = false;
        if (reader.One(After) is { } after)
        {
            if (after.Split(',') is [var lastRegion, var last] && short.TryParse(last, null, out var lastYear))
            {
                isBehind = true;
                conditions.Set("afterRegion", lastRegion).Set("afterYear", lastYear);
            }
            else
            {
                reader.Refuse(After, after, $"'{after}' is no place in this list; take it from the link 'next'.");
            }
        }
        var excel = reader.Switch(Parameters.Excel);
        reader.ThrowIfWrong();
        return list.AnswerAsync(context, new RecordQuery(
            Shape,
            $"""
            select region_code, region_name, region_name_en, level, year, reports, targets, outcomes, judged, met, concat_ws(',', region_code, year) as cursor
            from mart.coverage
            {conditions.WhereAnd(isBehind ? "(region_code, year) > (@afterRegion, @afterYear)" : null)}
            order by region_code, year
            """,
            $"mart.coverage {conditions.Where}",
            conditions.Values) { Limit = limit, IsBehind = isBehind, ForExcel = excel });
    }
}
