using System.Text.RegularExpressions;

namespace IndicatorPipeline.Api.Requests;

/// <summary>The names of parts of a year.</summary>
internal static partial class PeriodParts
{
    public static readonly IReadOnlyList<string> Allowed = ["none", "Q1..Q4", "H1", "H2", "M01..M12", "M01-M09"];

    public static bool IsOne(string text) => Pattern().IsMatch(text);

    [GeneratedRegex("^(Q[1-4]|H[12]|M(0[1-9]|1[0-2])(-M(0[1-9]|1[0-2]))?)$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
