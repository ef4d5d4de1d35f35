using IndicatorPipeline.Api.OpenApi;
using IndicatorPipeline.Api.Requests;
using IndicatorPipeline.Api.Responses;

namespace IndicatorPipeline.Api.Series;

/// <summary><c>/series/{key}</c>: statements of one region, indicator, status and measure, in order of time, one point a period.</summary>
internal static class SeriesEndpoints
{
    private static readonly Parameter After = Parameters.After with { Example = "gdp,370000,actual,growth" };

    private static readonly IReadOnlyList<Parameter> ListParameters =
    [
        SeriesKey.Parameter, Parameters.From, Parameters.To, Parameters.PeriodPart, Parameters.MinConfidence, Parameters.AsOf,
        Parameters.Limit with { Description = "Series of a page, 1 to 1000. CSV and NDJSON always come whole." }, After, Parameters.Excel,
    ];

    public static void MapSeries(this IEndpointRouteBuilder routes)
    {
        var doc = new Doc("Series", "Series by key; each point is the best statement of its period.", ListParameters, SeriesShape.Shape);
        routes.MapList("/series", AnswerAsync, doc);
        routes.MapOne("/series/{key}", AnswerAsync, doc with
        {
            IsList = true,
            Path = [SeriesKey.Parameter],
            Parameters = [.. ListParameters.Where(parameter => parameter != SeriesKey.Parameter)],
        });
    }

    private static Task AnswerAsync(HttpContext context, SeriesList list)
    {
        var inPath = context.Request.RouteValues["key"] as string;
        var reader = new QueryReader(
            context.Request.Query,
            inPath is null ? ListParameters : [.. ListParameters.Where(parameter => parameter != SeriesKey.Parameter)]);
        // A plus sign in a query string arrives as a space where the client did not encode it.
        var text = inPath ?? reader.One(SeriesKey.Parameter)?.Replace(' ', '+') ?? "...";
        var format = text switch
        {
            _ when inPath is null => (Format?)null,
            _ when text.EndsWith(".csv", StringComparison.Ordinal) => Format.Csv,
            _ when text.EndsWith(".ndjson", StringComparison.Ordinal) => Format.Ndjson,
            _ when text.EndsWith(".json", StringComparison.Ordinal) => Format.Json,
            _ => null,
        };
        var key = SeriesKey.Read(format is null || inPath is null ? text : text[..text.LastIndexOf('.')], reader);

        var conditions = new Conditions().Add("indicator is not null").Add("region_code is not null").Add("period_start_year is not null");
        key.AddTo(conditions);
        reader.AddYears(conditions, "period_start_year", "period_end_year");
        reader.AddPeriodPart(conditions);
        if (reader.Number(Parameters.MinConfidence, 0, 1) is { } least)
        {
            conditions.Add("confidence >= @minConfidence", "minConfidence", least);
        }

        conditions.At(reader.AsOf());
        var limit = reader.Limit();
        var isBehind = AddCursor(reader, conditions);
        var excel = reader.Switch(Parameters.Excel);
        reader.ThrowIfWrong();
        var source = conditions.View("mart.observation");
        return list.AnswerAsync(context, new SeriesQuery(source, conditions, isBehind, limit, excel), format);
    }

    private static bool AddCursor(QueryReader reader, Conditions conditions)
    {
        if (reader.One(After) is not { } after)
        {
            return false;
        }

        if (after.Split(',') is [var indicator, var region, var status, var measure])
        {
            conditions.Set("afterIndicator", indicator).Set("afterRegion", region).Set("afterStatus", status).Set("afterMeasure", measure);
            return true;
        }

        reader.Refuse(After, after, $"'{after}' is no place in this list; take it from the link 'next'.");
        return false;
    }
}
