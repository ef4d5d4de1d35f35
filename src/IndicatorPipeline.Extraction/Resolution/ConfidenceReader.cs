using IndicatorPipeline.Extraction.Binding;
using IndicatorPipeline.Extraction.Binding.Rules;
using IndicatorPipeline.Extraction.Tables;

namespace IndicatorPipeline.Extraction.Resolution;

/// <summary>Weighs the evidence behind an observation: which rule, where its subject, status and years come from, and what the speech says of its own
/// year, place and parts.</summary>
internal sealed class ConfidenceReader
{
    private readonly int[] rules = Each("rule:", RuleNames.All);
    private readonly int oneYear = ConfidenceTable.Base + ConfidenceTable.Of("span:year");
    private readonly int moreYears = ConfidenceTable.Base + ConfidenceTable.Of("span:years");
    private readonly int[] subjects = Each("subject:", Reasons.OfSubject);
    private readonly int[] statuses = Each("status:", Reasons.OfStatus);
    private readonly int[] periods = Each("period:", Reasons.OfPeriod);
    private readonly int[] measures = Each("measure:", Codes.Measures);
    private readonly int[] scopes = Each("scope:", Codes.Scopes);
    private readonly int[] sections = Each("section:", Codes.SectionKinds);
    private readonly int[] years = Each("year:", Codes.Evidences);
    private readonly int[] places = Each("place:", Codes.Evidences);
    private readonly int noYear = ConfidenceTable.Of("year:none");
    private readonly int noPlace = ConfidenceTable.Of("place:none");

    /// <summary>The probability, from 0 to 1, that every field is right.</summary>
    public ref readonly decimal Read(in Claim claim, in Resolved resolved, SectionKind section, Speech speech) =>
        // Of a dozen weights of hundreds each.
        ref ConfidenceTable.Probability(unchecked(
            (resolved.Period is { } span && span.StartYear != span.EndYear ? moreYears : oneYear)
            + rules[(int)claim.Rule]
            + subjects[(int)claim.Source]
            + statuses[(int)resolved.StatusReason]
            + periods[(int)resolved.PeriodReason]
            + measures[(int)claim.Measure]
            + scopes[(int)resolved.Scope]
            + sections[(int)section]
            + (speech.Year is { } year ? years[(int)year.Evidence] : noYear)
            + (speech.RegionCode is { } place ? places[(int)place.Evidence] : noPlace)));

    // The weights of the cases of one kind, by their numbers.
    private static int[] Each(string kind, string[] codes)
    {
        var weights = new int[codes.Length];
        for (var i = 0; i < codes.Length; i++) weights[i] = ConfidenceTable.Of(kind + codes[i]);
        return weights;
    }
}
