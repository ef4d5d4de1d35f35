using IndicatorPipeline.Api.OpenApi;
using IndicatorPipeline.Api.Requests;
using IndicatorPipeline.Api.Responses;

namespace IndicatorPipeline.Api.Indicators;

/// <summary><c>/indicators</c>: the catalogue.</summary>
internal static class IndicatorEndpoints
{
    private static readonly Shape Shape = new("Indicator",
    [
        new("code", FieldKind.Text, "Stable code; a dot separates a part from its whole.", "\"gdp.tertiary\""),
        new("parent", FieldKind.Text, "Code of the indicator it is a part of, or null.", "\"gdp\""),
        new("name_zh", FieldKind.Text, "Chinese name.", "\"第三产业增加值\""),
        new("name_en", FieldKind.Text, "English name.", "\"Tertiary-sector (services) value added\""),
        new("dimension", FieldKind.Text, "What it measures: money, ratio, persons, count, area, mass …", "\"money\""),
        new("measures", FieldKind.Texts, "Measures it is usually stated in.", "[\"level\",\"growth\"]"),
        new("aliases", FieldKind.Texts, "Other names found in texts; one that begins with … is the end of the names of a kind.", "[\"服务业增加值\"]"),
        new("desired", FieldKind.Text, "more or less: what a government wants of it; null where neither is plain.", "\"more\""),
        new("tier", FieldKind.Text,
            "core: a founding code, which observations name in indicator; open: named by reports beyond those, and by observations in open_indicator.", "\"core\""),
        new("bureau_term", FieldKind.Text, "The term of the National Bureau of Statistics, or null where it has none.", "\"第三产业增加值\""),
    ]);

    private static readonly Parameter Stored =
        new("stored", "Whether only those are listed of which targets or outcomes are stored.", "true") { Type = "boolean" };
    private static readonly Parameter After = Parameters.After with { Example = "10" };
    private static readonly IReadOnlyList<Parameter> ListParameters =
        [Parameters.Indicator, Parameters.IndicatorChildren, Stored, Parameters.Limit, After, Parameters.Excel];

    public static void MapIndicators(this IEndpointRouteBuilder routes) =>
        routes.MapList("/indicators", ListAsync, new Doc("Indicators", "The catalogue of indicators, in its order.", ListParameters, Shape));

    private static Task ListAsync(HttpContext context, RecordList list)
    {
        var reader = new QueryReader(context.Request.Query, ListParameters);
        var conditions = new Conditions().Add("not retired");
        reader.AddIndicators(conditions, "code");
        if (reader.Switch(Stored))
        {
            conditions.Add("exists (select from mart.target_outcome t where t.indicator = i.code)");
        }

        var limit = reader.Limit();
        var after = reader.Whole(After, 0, int.MaxValue);
        var excel = reader.Switch(Parameters.Excel);
        reader.ThrowIfWrong();
        if (after is { } position)
        {
            conditions.Set("after", (int)position);
        }

        return list.AnswerAsync(context, new RecordQuery(
            Shape,
            $"""
            select code, parent, name_zh, name_en, dimension, measures, aliases, desired, tier, bureau_term, position::text as cursor
            from mart.indicator i
            {conditions.WhereAnd(after is null ? null : "position > @after")}
            order by position
            """,
            $"mart.indicator i {conditions.Where}",
            conditions.Values) { Limit = limit, IsBehind = after is not null, ForExcel = excel });
    }
}
