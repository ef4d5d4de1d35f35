using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using IndicatorPipeline.Api.OpenApi;
using IndicatorPipeline.Api.Problems;
using IndicatorPipeline.Api.Requests;
using IndicatorPipeline.Api.Responses;
using IndicatorPipeline.Api.Series;
using Npgsql;

namespace IndicatorPipeline.Api.Sdmx;

/// <summary><c>/sdmx</c>: the same series in the language of statistics offices, under the paths of the REST API 1.x (2.1) and 2.0.</summary>
internal static partial class SdmxEndpoints
{
    /// <summary>Most values of one message.</summary>
    private const int MostValues = 200_000;

    private static readonly Parameter StartPeriod = new("startPeriod", "First period: a year, or what begins with one (2020, 2020-Q1).", "2020");
    private static readonly Parameter EndPeriod = new("endPeriod", "Last period.", "2025");
    private static readonly Parameter DimensionAtObservation =
        new("dimensionAtObservation", "What runs inside a series.", "TIME_PERIOD") { Allowed = ["TIME_PERIOD"] };
    private static readonly Parameter Detail = new("detail", "How much is returned.", "full") { Allowed = ["full"] };
    private static readonly Parameter IncludeHistory =
        new("includeHistory", "Whether earlier versions come too; those are at /api/v1 with asOf.", "false") { Allowed = ["false"] };
    private static readonly Parameter References =
        new("references", "Structures that come along; all of this agency come with 'all'.", "none")
        {
            Allowed = ["none", "all", "children", "descendants", "parents", "parentsandsiblings"],
        };
    private static readonly Parameter Attributes = new("attributes", "REST 2.0: which attributes come along.", "dsd") { Allowed = ["dsd", "all"] };
    private static readonly Parameter Measures = new("measures", "REST 2.0: which measures come along.", "all") { Allowed = ["all", "OBS_VALUE"] };
    private static readonly Parameter Periods =
        new("c[TIME_PERIOD]", "REST 2.0: first and last period, ge:2020+le:2025; eq:2024 for one.", "ge:2020+le:2025");
    private static readonly Parameter FormatName =
        new("format", "The format, as some clients ask for it; the Accept header says the same.", "jsondata")
        {
            Allowed = ["jsondata", "csv", "genericdata"],
        };
    private static readonly IReadOnlyList<Parameter> DataParameters =
        [StartPeriod, EndPeriod, DimensionAtObservation, Detail, IncludeHistory, Attributes, Measures, Periods, FormatName];
    private static readonly IReadOnlyList<Parameter> StructureParameters = [Detail, References];

    private static readonly string[] PeriodForms = ["YYYY", "YYYY-S1", "YYYY-Q1", "YYYY-MM", "YYYY-MM-DD"];

    private static readonly (string, SdmxFormat)[] DataFormats =
    [
        ("application/vnd.sdmx.genericdata+xml", SdmxFormat.Xml), ("application/xml", SdmxFormat.Xml), ("text/xml", SdmxFormat.Xml),
        ("application/vnd.sdmx.data+json", SdmxFormat.Json), ("application/json", SdmxFormat.Json),
        ("application/vnd.sdmx.data+csv", SdmxFormat.Csv), ("text/csv", SdmxFormat.Csv),
    ];

    private static readonly (string, SdmxFormat)[] StructureFormats =
    [
        ("application/vnd.sdmx.structure+xml", SdmxFormat.Xml), ("application/xml", SdmxFormat.Xml), ("text/xml", SdmxFormat.Xml),
        ("application/vnd.sdmx.structure+json", SdmxFormat.Json), ("application/json", SdmxFormat.Json),
    ];

    public static void MapSdmx(this IEndpointRouteBuilder routes)
    {
        var key = new Parameter("key",
            "INDICATOR.REF_AREA.STATUS.MEASURE; dots of an indicator are hyphens; empty parts for all, lists with +.",
            "gdp.370000.actual.growth");
        var flow = new Parameter("flow", "The data flow: INDICATORS, or IP,INDICATORS,1.0.", "INDICATORS");
        routes.MapOne("/sdmx/data/{flow}/{key?}/{provider?}", DataAsync,
            new Doc("SDMX", "Series as SDMX-ML 2.1 generic data, SDMX-JSON 2.0 or SDMX-CSV 2.0.", DataParameters, null)
            {
                Path = [flow, key, new Parameter("provider", "Data provider; only all.", "all")],
                MediaTypes = [.. DataFormats.Select(format => format.Item1)],
            });
        routes.MapMethods("/sdmx/data/dataflow/{agency}/{flow}/{version}/{key?}", ["GET", "HEAD"], DataAsync).ExcludeFromDescription();
        routes.MapOne("/sdmx/{resource}/{agency?}/{id?}/{version?}/{item?}", StructureAsync,
            new Doc("SDMX", "Structures: dataflow, datastructure, conceptscheme, codelist.", StructureParameters, null)
            {
                Path =
                [
                    new Parameter("resource", "dataflow, datastructure, conceptscheme or codelist.", "codelist"),
                    new Parameter("agency", "Agency: IP or all.", "IP"),
                    new Parameter("id", "Identifier or all.", "CL_MEASURE"),
                    new Parameter("version", "Version; there is only 1.0.", "1.0"),
                    new Parameter("item", "Item of a list; lists always come whole.", "all"),
                ],
                MediaTypes = [.. StructureFormats.Select(format => format.Item1)],
            });
        routes.MapMethods("/sdmx/structure/{resource}/{agency?}/{id?}/{version?}/{item?}", ["GET", "HEAD"], StructureAsync).ExcludeFromDescription();
    }

    private static async Task DataAsync(HttpContext context, NpgsqlDataSource database)
    {
        var route = context.Request.RouteValues;
        var reader = new QueryReader(context.Request.Query, DataParameters);
        var from = Year(reader, StartPeriod);
        var to = Year(reader, EndPeriod);
        reader.One(DimensionAtObservation);
        reader.One(Detail);
        reader.One(IncludeHistory);
        reader.One(Attributes);
        var named = reader.One(FormatName);
        reader.One(Measures);
        var (least, most) = Between(reader);
        (from, to) = (from ?? least, to ?? most);
        reader.ThrowIfWrong();
        CheckFlow((string)route["flow"]!);
        var conditions = SdmxKey.Read(route["key"] as string ?? "all");
        if (from is { } first)
        {
            conditions.Add("period_end_year >= @from", "from", first);
        }

        if (to is { } last)
        {
            conditions.Add("period_start_year <= @to", "to", last);
        }

        var format = named switch
        {
            "jsondata" => SdmxFormat.Json,
            "csv" => SdmxFormat.Csv,
            "genericdata" => SdmxFormat.Xml,
            _ => Negotiation.Choose(context.Request, DataFormats),
        };
        var query = new SeriesQuery("mart.observation", conditions, false, 0, false).Stream;
        var cancellationToken = context.RequestAborted;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var command = query.Command(connection, string.Create(CultureInfo.InvariantCulture, $"{query.Sql} limit {MostValues + 1}"));
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var values = new List<SdmxValue>();
        var points = new SeriesPoints(rows);
        while (await points.ReadAsync(cancellationToken))
        {
            values.Add(SdmxValue.Read(points));
        }

        if (points.StatementsRead > MostValues)
        {
            throw new ProblemException(Problem.TooMuch($"The message would hold more than {MostValues} values. Name indicators or areas in the key, set startPeriod and endPeriod, or take /api/v1/series.csv."));
        }

        if (values.Count == 0)
        {
            throw new ProblemException(Problem.NotFound("There are no values for this key."));
        }

        // The moment of the newest row would make the message the same until something changes; the day is enough, and keeps the entity tag still.
        using var body = new MemoryStream();
        WriteData(body, format, values, DateTime.UtcNow.Date);
        await Bodies.WriteAsync(context, format switch
        {
            SdmxFormat.Csv => "application/vnd.sdmx.data+csv; version=2.0.0; charset=utf-8",
            SdmxFormat.Json => "application/vnd.sdmx.data+json; version=2.0.0; charset=utf-8",
            _ => "application/vnd.sdmx.genericdata+xml; version=2.1; charset=utf-8",
        }, body);
    }

    private static void WriteData(MemoryStream body, SdmxFormat format, List<SdmxValue> values, DateTime prepared)
    {
        switch (format)
        {
            case SdmxFormat.Csv:
                body.Write(Encoding.UTF8.GetBytes(SdmxCsv.Heading));
                values.ForEach(value => body.Write(Encoding.UTF8.GetBytes(SdmxCsv.Line(value))));
                break;
            case SdmxFormat.Json:
                using (var json = new Utf8JsonWriter(body, JsonRecords.Options))
                {
                    SdmxJson.Data(json, values, prepared);
                }

                break;
            default:
                using (var xml = SdmxXml.Open(body))
                {
                    SdmxXml.StartData(xml, prepared);
                    foreach (var series in values.GroupBy(value => string.Join('.', value.Series)))
                    {
                        SdmxXml.Series(xml, [.. series]);
                    }
                }

                break;
        }
    }

    private static async Task StructureAsync(HttpContext context)
    {
        var reader = new QueryReader(context.Request.Query, StructureParameters);
        reader.One(Detail);
        var all = reader.One(References) is not null and not "none";
        reader.ThrowIfWrong();
        var route = context.Request.RouteValues;
        var resource = (string)route["resource"]!;
        string[] known = ["dataflow", "datastructure", "conceptscheme", "codelist"];
        var agency = route["agency"] as string ?? "all";
        var id = route["id"] as string ?? "all";
        if (!known.Contains(resource) || agency is not ("all" or "*" or SdmxFlow.Agency))
        {
            throw new ProblemException(Problem.NotFound($"There is no {resource} of {agency}; the resources are {string.Join(", ", known)}, the agency is {SdmxFlow.Agency}."));
        }

        IEnumerable<string> ids = resource switch
        {
            "dataflow" => [SdmxFlow.Id],
            "datastructure" => [SdmxFlow.Structure],
            "conceptscheme" => [SdmxFlow.ConceptScheme],
            _ => SdmxFlow.CodeLists.Select(list => list.Id),
        };
        if (id is not ("all" or "*") && !ids.Contains(id))
        {
            throw new ProblemException(Problem.NotFound($"There is no {resource} {agency}:{id}; there is {string.Join(", ", ids)}."));
        }

        var format = Negotiation.Choose(context.Request, StructureFormats);
        using var body = new MemoryStream();
        bool Wants(string kind, string name) => all || (kind == resource && (id is "all" or "*" || id == name));
        if (format == SdmxFormat.Json)
        {
            using var json = new Utf8JsonWriter(body, JsonRecords.Options);
            SdmxJsonStructure.Write(json, Wants, DateTime.UtcNow.Date);
        }
        else
        {
            using var xml = SdmxXml.Open(body);
            SdmxXml.Structure(xml, Wants, DateTime.UtcNow.Date);
        }

        var mediaType = format == SdmxFormat.Json
            ? "application/vnd.sdmx.structure+json; version=2.0.0; charset=utf-8"
            : "application/vnd.sdmx.structure+xml; version=2.1; charset=utf-8";
        await Bodies.WriteAsync(context, mediaType, body);
    }

    /// <summary>The years of <see cref="Periods"/>; a plus sign in a query string arrives as a space where the client did not encode it.</summary>
    private static (int? First, int? Last) Between(QueryReader reader)
    {
        int? first = null;
        int? last = null;
        foreach (var part in reader.One(Periods, ["ge:YYYY", "le:YYYY", "eq:YYYY"])?.Split([' ', '+']) ?? [])
        {
            var year = Year(reader, Periods, part[(part.IndexOf(':', StringComparison.Ordinal) + 1)..]);
            switch (part.Split(':'))
            {
                case ["ge", _]: first = year; break;
                case ["le", _]: last = year; break;
                case [_] or ["eq", _]: (first, last) = (year, year); break;
                default: reader.Refuse(Periods, part, $"'{part}' is no condition on a period.", ["ge:YYYY", "le:YYYY", "eq:YYYY"]); break;
            }
        }

        return (first, last);
    }

    private static int? Year(QueryReader reader, Parameter parameter) =>
        reader.One(parameter, PeriodForms) is { } text ? Year(reader, parameter, text) : null;

    private static int? Year(QueryReader reader, Parameter parameter, string text)
    {
        if (Period().IsMatch(text) && int.Parse(text[..4], CultureInfo.InvariantCulture) is >= 1900 and <= 2200 and var year)
        {
            return year;
        }

        reader.Refuse(parameter, text, $"'{text}' is no period; write 2025, or 2025-Q1 for its year.", PeriodForms);
        return null;
    }

    /// <summary>The standard's years, halves, quarters, months and days; what is smaller than a day is left to other statistics.</summary>
    [GeneratedRegex("^[0-9]{4}(-(A1|S[12]|Q[1-4]|M?(0[1-9]|1[0-2])|(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])))?$", RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Period();

    private static void CheckFlow(string flow)
    {
        var parts = flow.Split(',');
        var id = parts.Length == 1 ? parts[0] : parts[1];
        if (parts.Length > 3 || id != SdmxFlow.Id || (parts.Length > 1 && parts[0] is not (SdmxFlow.Agency or "all")))
        {
            throw new ProblemException(Problem.NotFound($"There is no data flow '{flow}'; there is {SdmxFlow.Agency},{SdmxFlow.Id},{SdmxFlow.Version}."));
        }
    }
}
