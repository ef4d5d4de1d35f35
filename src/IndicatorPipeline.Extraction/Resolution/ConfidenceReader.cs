using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Resolution;

/// <summary>Weighs the evidence behind an observation: which rule, where its subject, status and years come from.</summary>
internal sealed class ConfidenceReader
{
    private readonly Weights rules = new("rule:");
    private readonly Weights subjects = new("subject:");
    private readonly Weights statuses = new("status:");
    private readonly Weights periods = new("period:");
    private readonly Weights spans = new("span:");
    private readonly Weights measures = new("measure:");
    private readonly Weights scopes = new("scope:");
    private readonly Weights years = new("year:");

    /// <summary>The probability, from 0 to 1, that every field is right.</summary>
    public decimal Read(string rule, in Derivation derivation, Measure measure, Scope scope, Period? period, Evidence? year) =>
        ConfidenceTable.Probability(
            ConfidenceTable.Base
            + rules.Of(rule)
            + subjects.Of(derivation.Subject)
            + statuses.Of(derivation.Status)
            + periods.Of(derivation.Period)
            + spans.Of(period is { } span && span.StartYear != span.EndYear ? "years" : "year")
            + measures.Of(measure.Code())
            + scopes.Of(scope.Code())
            + years.Of(year?.Code() ?? "none"));

    // The weights of one kind of evidence, each looked up in the table once. There are few and they are literals, so that a walk finds them fastest.
    private sealed class Weights(string kind)
    {
        private readonly List<string> values = [];
        private readonly List<int> weights = [];

        public int Of(string value)
        {
            var at = values.IndexOf(value);
            if (at >= 0) return weights[at];
            values.Add(value);
            weights.Add(ConfidenceTable.Of(kind + value));
            return weights[^1];
        }
    }
}
