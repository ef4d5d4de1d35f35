using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Resolution;

/// <summary>Weighs the evidence behind an observation: which rule, where its subject, status and years come from.</summary>
internal sealed class ConfidenceReader
{
    // Evidence is named by short strings that live as long as the program; their weights are looked up once.
    private readonly Dictionary<(string Kind, string Value), int> known = [];

    /// <summary>The probability, from 0 to 1, that every field is right.</summary>
    public decimal Read(string rule, in Derivation derivation, Measure measure, Scope scope, Period? period, Evidence? year) =>
        ConfidenceTable.Probability(
            ConfidenceTable.Base
            + Weight("rule:", rule)
            + Weight("subject:", derivation.Subject)
            + Weight("status:", derivation.Status)
            + Weight("period:", derivation.Period)
            + Weight("span:", period is { } span && span.StartYear != span.EndYear ? "years" : "year")
            + Weight("measure:", measure.Code())
            + Weight("scope:", scope.Code())
            + Weight("year:", year?.Code() ?? "none"));

    private int Weight(string kind, string value)
    {
        if (!known.TryGetValue((kind, value), out var weight)) known.Add((kind, value), weight = ConfidenceTable.Of(kind + value));
        return weight;
    }
}
