using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Resolution;

/// <summary>Weighs the evidence behind an observation: which rule, where its subject, status and years come from, and what the speech says of its own year, place and parts.</summary>
internal sealed class ConfidenceReader
{
    private readonly Weights rules = new("rule:");
    private readonly Weights subjects = new("subject:");
    private readonly Weights statuses = new("status:");
    private readonly Weights periods = new("period:");
    private readonly int oneYear = ConfidenceTable.Base + ConfidenceTable.Of("span:year");
    private readonly int moreYears = ConfidenceTable.Base + ConfidenceTable.Of("span:years");
    private readonly int[] measures = Each<Measure>("measure:", Codes.Code);
    private readonly int[] scopes = Each<Scope>("scope:", Codes.Code);
    private readonly int[] sections = Each<SectionKind>("section:", Codes.Code);
    private readonly int[] years = Each<Evidence>("year:", Codes.Code);
    private readonly int[] places = Each<Evidence>("place:", Codes.Code);
    private readonly int noYear = ConfidenceTable.Of("year:none");
    private readonly int noPlace = ConfidenceTable.Of("place:none");

    /// <summary>The probability, from 0 to 1, that every field is right.</summary>
    public decimal Read(string rule, in Derivation derivation, Measure measure, Scope scope, Period? period, SectionKind section, Speech speech) =>
        ConfidenceTable.Probability(
            (period is { } span && span.StartYear != span.EndYear ? moreYears : oneYear)
            + rules.Of(rule)
            + subjects.Of(derivation.Subject)
            + statuses.Of(derivation.Status)
            + periods.Of(derivation.Period)
            + measures[(int)measure]
            + scopes[(int)scope]
            + sections[(int)section]
            + (speech.Year is { } year ? years[(int)year.Evidence] : noYear)
            + (speech.RegionCode is { } place ? places[(int)place.Evidence] : noPlace));

    // The weights of the cases of one kind, by their numbers.
    private static int[] Each<T>(string kind, Func<T, string> code)
        where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(value => ConfidenceTable.Of(kind + code(value)))];

    // The weights of one kind of evidence, each looked up in the table once. There are few and they are literals, so that a walk over references finds them fastest.
    private sealed class Weights(string kind)
    {
        private const int MostLiterals = 32;

        private readonly string[] values = new string[MostLiterals];
        private readonly int[] weights = new int[MostLiterals];
        private int count;

        public int Of(string value)
        {
            for (var i = 0; i < count; i++)
            {
                if (!ReferenceEquals(values[i], value)) continue;
                var found = weights[i];
                // What is asked for often moves to the front.
                if (i > 0) (values[i], weights[i], values[i - 1], weights[i - 1]) = (values[i - 1], weights[i - 1], value, found);
                return found;
            }

            var weight = ConfidenceTable.Of(kind + value);
            if (count < MostLiterals) (values[count], weights[count++]) = (value, weight);
            return weight;
        }
    }
}
