using IndicatorPipeline.Api.Requests;

namespace IndicatorPipeline.Api.Series;

/// <summary>
/// The key <c>INDICATOR.REGION.STATUS.MEASURE</c>. Codes of indicators hold dots themselves, the three others never do:
/// so the last three dots part the key, and <c>gdp.tertiary.370000.target.growth</c> has one reading only.
/// A part is empty or <c>*</c> for all, or a list with <c>+</c>: <c>gdp+gdp.tertiary.370000+110000.target+actual.growth</c>.
/// </summary>
/// <param name="Indicators">Codes, empty for all.</param>
/// <param name="Regions">Codes, empty for all.</param>
/// <param name="Statuses">Codes, empty for all.</param>
/// <param name="Measures">Codes, empty for all.</param>
internal sealed record SeriesKey(
    IReadOnlyList<string> Indicators, IReadOnlyList<string> Regions, IReadOnlyList<string> Statuses, IReadOnlyList<string> Measures)
{
    /// <summary>The parameter under which the key is reported when it is wrong.</summary>
    public static readonly Parameter Parameter = new("key",
        "INDICATOR.REGION.STATUS.MEASURE; the last three dots part it, for codes of indicators hold dots. A part is empty or * for all, or a list with +.", "gdp.370000.target+actual.growth");

    /// <summary>Reads a key; what is wrong with it is noted in <paramref name="reader"/>.</summary>
    public static SeriesKey Read(string text, QueryReader reader)
    {
        var measure = text.LastIndexOf('.');
        var status = measure > 0 ? text.LastIndexOf('.', measure - 1) : -1;
        var region = status > 0 ? text.LastIndexOf('.', status - 1) : -1;
        if (region < 0)
        {
            reader.Refuse(Parameter, text,
                $"'{text}' is no key: it needs the four parts INDICATOR.REGION.STATUS.MEASURE with three dots between them; a part may be empty for all.");
            return new SeriesKey([], [], [], []);
        }

        return new SeriesKey(
            [.. Part(text[..region]).Select(name => Known(Names.Indicator(name), name, "indicator", "all are listed at /api/v1/indicators", reader))],
            [.. Part(text[(region + 1)..status]).SelectMany(name => Region(name, reader))],
            [.. Part(text[(status + 1)..measure]).Select(name => OneOf(Parameters.Status, name, reader))],
            [.. Part(text[(measure + 1)..]).Select(name => OneOf(Parameters.Measure, name, reader))]);
    }

    /// <summary>The key of one series.</summary>
    public static string Of(string indicator, string region, string status, string measure) => $"{indicator}.{region}.{status}.{measure}";

    /// <summary>Adds what the key asks for.</summary>
    public void AddTo(Conditions conditions)
    {
        Add("indicator", "indicator", Indicators);
        Add("region_code", "region", Regions);
        Add("status", "status", Statuses);
        Add("measure", "measure", Measures);

        void Add(string column, string name, IReadOnlyList<string> codes)
        {
            if (codes.Count > 0)
            {
                conditions.In(column, name, codes);
            }
        }
    }

    private static IEnumerable<string> Part(string part) => part is "" or "*" ? [] : part.Split('+').Distinct();

    private static string Known(string? code, string name, string what, string where, QueryReader reader)
    {
        if (code is null)
        {
            reader.Refuse(Parameter, name, $"There is no {what} '{name}'; {where}.", Names.IndicatorsLike(name) is { Count: > 0 } like ? like : null);
        }

        return code ?? name;
    }

    private static IReadOnlyList<string> Region(string name, QueryReader reader)
    {
        var codes = Names.Regions(name);
        if (codes.Count == 0)
        {
            reader.Refuse(Parameter, name, $"There is no region '{name}'; all are listed at /api/v1/regions.");
        }

        return codes;
    }

    private static string OneOf(Parameter part, string name, QueryReader reader)
    {
        if (!part.Allowed.Contains(name))
        {
            reader.Refuse(Parameter, name, $"'{name}' is no {part.Name}.", part.Allowed);
        }

        return name;
    }
}
