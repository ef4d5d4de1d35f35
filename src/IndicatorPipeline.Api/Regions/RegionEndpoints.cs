using IndicatorPipeline.Api.OpenApi;
using IndicatorPipeline.Api.Requests;
using IndicatorPipeline.Api.Responses;

namespace IndicatorPipeline.Api.Regions;

/// <summary><c>/regions</c>: administrative divisions.</summary>
internal static class RegionEndpoints
{
    private static readonly Shape Shape = new("Region",
    [
        new("code", FieldKind.Text, "Six digits of GB/T 2260; 000000 is the nation.", "\"370000\""),
        new("parent", FieldKind.Text, "Code of the division above, or null.", "\"000000\""),
        new("name", FieldKind.Text, "Full name.", "\"山东省\""),
        new("short_name", FieldKind.Text, "Name without its kind.", "\"山东\""),
        new("name_en", FieldKind.Text, "English name, or null.", "\"Shandong\""),
        new("level", FieldKind.Text, "nation, province, prefecture, county or township.", "\"province\""),
    ]);

    private static readonly Parameter Stored =
        new("stored", "Whether only those are listed of which targets or outcomes are stored.", "true") { Type = "boolean" };
    private static readonly Parameter After = Parameters.After with { Example = "370000" };
    private static readonly IReadOnlyList<Parameter> ListParameters =
        [Parameters.Region, Parameters.RegionChildren, Parameters.Level, Stored, Parameters.Limit, After, Parameters.Excel];

    public static void MapRegions(this IEndpointRouteBuilder routes) =>
        routes.MapList("/regions", ListAsync, new Doc("Regions", "Administrative divisions, by code.", ListParameters, Shape));

    private static Task ListAsync(HttpContext context, RecordList list)
    {
        var reader = new QueryReader(context.Request.Query, ListParameters);
        var conditions = new Conditions().Add("not retired");
        reader.AddRegions(conditions, "code");
        reader.AddChoice(conditions, Parameters.Level, "level");
        if (reader.Switch(Stored))
        {
            conditions.Add("exists (select from mart.target_outcome t where t.region_code = g.code)");
        }

        var limit = reader.Limit();
        var after = reader.One(After);
        var excel = reader.Switch(Parameters.Excel);
        reader.ThrowIfWrong();
        if (after is not null)
        {
            conditions.Set("after", after);
        }

        return list.AnswerAsync(context, new RecordQuery(
            Shape,
            $"""
            select code, parent, name, short_name, name_en, level, code as cursor
            from mart.region g
            {conditions.WhereAnd(after is null ? null : "code > @after")}
            order by code
            """,
            $"mart.region g {conditions.Where}",
            conditions.Values) { Limit = limit, IsBehind = after is not null, ForExcel = excel });
    }
}
