using System.Globalization;
using IndicatorPipeline.Cli.CommandLine;
using IndicatorPipeline.Extraction;

namespace IndicatorPipeline.Cli.Verbs.Query;

/// <summary>What was meant. Null filters let everything through.</summary>
internal sealed record QueryRequest
{
    private static readonly string[] Statuses = [.. Enum.GetValues<Extraction.Status>().Select(status => status.Code())];
    private static readonly string[] Measures = [.. Enum.GetValues<Measure>().Select(measure => measure.Code())];

    public required QuerySubject Subject { get; init; }

    /// <summary>Code of the indicator; its parts are meant too.</summary>
    public string? Indicator { get; init; }

    public string? RegionCode { get; init; }

    public int? FromYear { get; init; }

    public int? ToYear { get; init; }

    public string? Status { get; init; }

    public string? Measure { get; init; }

    public string? Document { get; init; }

    public string? Text { get; init; }

    /// <summary>Most rows, or null for all.</summary>
    public int? Limit { get; init; }

    public required QueryForm Form { get; init; }

    /// <exception cref="CommandFailedException">An argument has no meaning.</exception>
    public static QueryRequest From(QueryArguments typed)
    {
        var subject = typed.What switch
        {
            "observations" => QuerySubject.Observations,
            "outcomes" => QuerySubject.Outcomes,
            _ => throw Wrong($"nothing is called '{typed.What}' here; query observations or outcomes"),
        };
        if (subject == QuerySubject.Outcomes && (typed.Status ?? typed.Document ?? typed.Text) is not null)
        {
            throw Wrong("--status, --document and --text are for observations, not for outcomes");
        }

        if (typed.Chart && (subject != QuerySubject.Outcomes || typed.Csv))
        {
            throw Wrong("--chart draws outcomes, and not as --csv: query outcomes --indicator gdp --region 山东省 --chart");
        }

        var (from, to) = Years(typed.Year);
        return new QueryRequest
        {
            Subject = subject,
            Indicator = IndicatorCode(typed.Indicator),
            RegionCode = Values.Region("--region", typed.Region),
            FromYear = from,
            ToYear = to,
            Status = OneOf("--status", typed.Status, Statuses),
            Measure = OneOf("--measure", typed.Measure, Measures),
            Document = typed.Document,
            Text = typed.Text,
            Limit = MostRows(typed.Limit, typed.Csv || typed.Chart),
            Form = typed.Csv ? QueryForm.Csv : typed.Chart ? QueryForm.Chart : QueryForm.Table,
        };
    }

    private static string? IndicatorCode(string? typed)
    {
        if (typed is null)
        {
            return null;
        }

        if (Catalog.IndicatorNamed(typed) is { } named)
        {
            return named.Code;
        }

        var near = Catalog.IndicatorsLike(typed, 5).Select(indicator => $"{indicator.Code} ({indicator.NameZh})").ToList();
        throw Wrong($"no indicator is called '{typed}'; {(near.Count > 0 ? $"do you mean {string.Join(", ", near)}?" : "codes are as gdp, fiscal.revenue.general_budget, investment.fixed_asset")}");
    }

    private static (int? From, int? To) Years(string? typed)
    {
        if (typed is null)
        {
            return (null, null);
        }

        var ends = typed.Split('-');
        if (ends.Length <= 2 && ends.All(end => end.Length == 4 && end.All(char.IsAsciiDigit)))
        {
            var (from, to) = (int.Parse(ends[0], CultureInfo.InvariantCulture), int.Parse(ends[^1], CultureInfo.InvariantCulture));
            if (from <= to)
            {
                return (from, to);
            }
        }

        throw Wrong($"'{typed}' is no year for --year; write 2025, or 2023-2025");
    }

    private static string? OneOf(string option, string? typed, string[] allowed) =>
        typed is null || allowed.Contains(typed, StringComparer.Ordinal)
            ? typed
            : throw Wrong($"'{typed}' is nothing for {option}; there are {string.Join(", ", allowed)}");

    private static int? MostRows(string? typed, bool whole) => typed switch
    {
        null => whole ? null : 50,
        "0" => null,
        _ when int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) => limit,
        _ => throw Wrong($"'{typed}' is no number for --limit; give one, or 0 for all rows"),
    };

    private static CommandFailedException Wrong(string message) => new(message, ExitCode.Usage);
}
