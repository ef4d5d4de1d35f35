using IndicatorPipeline.Api.Problems;
using IndicatorPipeline.Api.Requests;
using IndicatorPipeline.Extraction;

namespace IndicatorPipeline.Api.Sdmx;

/// <summary>
/// The dimensions of the data flow in their order, and the codes as SDMX writes them. An SDMX code may hold no dot, so that the dots of an indicator
/// are hyphens here: <c>gdp-tertiary.370000.target.growth</c>.
/// </summary>
internal static class SdmxKey
{
    public static readonly IReadOnlyList<string> Dimensions = ["INDICATOR", "REF_AREA", "STATUS", "MEASURE"];

    public static string CodeOf(string indicator) => indicator.Replace('.', '-');

    /// <summary>Adds what a key asks for: parts parted by dots, empty for all, lists with <c>+</c>; <c>all</c> and <c>*</c> for everything.</summary>
    /// <exception cref="ProblemException">400: the key has another number of parts, or a code that is in no list.</exception>
    public static Conditions Read(string key)
    {
        var conditions = new Conditions()
            .Add("indicator is not null")
            .Add("region_code is not null")
            .Add("period_start_year is not null")
            .Add("low is not null");
        if (key is "all" or "*" or "")
        {
            return conditions;
        }

        var parts = key.Split('.');
        if (parts.Length != Dimensions.Count)
        {
            throw Wrong(key, $"'{key}' has {parts.Length} parts; the key is {string.Join('.', Dimensions)} with empty parts for all.");
        }

        Add("indicator", parts[0], code => Names.Indicator(code.Replace('-', '.')));
        Add("region_code", parts[1], code => code is { Length: 6 } && code.All(char.IsAsciiDigit) ? code : null);
        Add("status", parts[2], code => Parameters.Status.Allowed.Contains(code) ? code : null);
        Add("measure", parts[3], code => Parameters.Measure.Allowed.Contains(code) ? code : null);
        return conditions;

        void Add(string column, string part, Func<string, string?> known)
        {
            if (part is "" or "*")
            {
                return;
            }

            var codes = part.Split('+')
                .Select(code => known(code) ?? throw Wrong(code, $"'{code}' is no code of {column}; the lists are at /sdmx/codelist."))
                .ToArray();
            conditions.In(column, column, codes);
        }
    }

    /// <summary>A period as SDMX writes it: 2025, 2025-Q1, 2025-S1, 2025-03; several years as a time range from their first day.</summary>
    public static string PeriodOf(int start, int end, string? part) => (end - start, part) switch
    {
        (0, null) => $"{start}",
        (0, ['Q', ..]) => $"{start}-{part}",
        (0, ['H', var half]) => $"{start}-S{half}",
        (0, { Length: 3 }) => $"{start}-{part[1..]}",
        (0, { } range) => $"{start}-{range[1..3]}-01/P{int.Parse(range[^2..], null) - int.Parse(range[1..3], null) + 1}M",
        (var more, _) => $"{start}-01-01/P{more + 1}Y",
    };

    /// <summary>Name of a code of the small lists, for people.</summary>
    public static string NameOf(string code) => char.ToUpperInvariant(code[0]) + code[1..].Replace('_', ' ');

    public static IReadOnlyList<(string Code, string Name)> Bounds { get; } =
    [
        ("EQ", "Exactly (=)"), ("ABOUT", "About (~)"),
        ("GT", "More than (>)"), ("GE", "At least (>=)"), ("LT", "Less than (<)"), ("LE", "At most (<=)"),
        ("RANGE", "From OBS_VALUE to UPPER_VALUE (..)"),
    ];

    public static string BoundOf(string bound) => Bounds[Array.IndexOf(BoundCodes, bound)].Code;

    private static readonly string[] BoundCodes =
        [.. Enum.GetValues<Bound>().Select(bound => bound.Code()).OrderBy(code => "= ~ > >= < <= ..".Split(' ').ToList().IndexOf(code))];

    private static ProblemException Wrong(string value, string message) => new(Problem.WrongParameters([new ParameterError("key", value, message)]));
}
