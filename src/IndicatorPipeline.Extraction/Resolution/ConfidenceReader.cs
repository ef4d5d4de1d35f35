using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Resolution;

/// <summary>Weighs the evidence behind an observation: which rule, where its subject, status and years come from, and what the speech says of its own year, place and parts.</summary>
internal sealed class ConfidenceReader
{
    private readonly Weights rules = new("rule:");
    private readonly Weights subjects = new("subject:");
    private readonly Weights statuses = new("status:");
    private readonly Weights periods = new("period:");
    private readonly Weights spans = new("span:");
    private readonly Weights measures = new("measure:");
    private readonly Weights scopes = new("scope:");
    private readonly Weights sections = new("section:");
    private readonly Weights years = new("year:");
    private readonly Weights places = new("place:");

    /// <summary>The probability, from 0 to 1, that every field is right.</summary>
    public decimal Read(string rule, in Derivation derivation, Measure measure, Scope scope, Period? period, SectionKind section, Speech speech) =>
        ConfidenceTable.Probability(
            ConfidenceTable.Base
            + rules.Of(rule)
            + subjects.Of(derivation.Subject)
            + statuses.Of(derivation.Status)
            + periods.Of(derivation.Period)
            + spans.Of(period is { } span && span.StartYear != span.EndYear ? "years" : "year")
            + measures.Of(measure.Code())
            + scopes.Of(scope.Code())
            + sections.Of(section.Code())
            + years.Of(speech.Year?.Evidence.Code() ?? "none")
            + places.Of(speech.RegionCode?.Evidence.Code() ?? "none"));

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
