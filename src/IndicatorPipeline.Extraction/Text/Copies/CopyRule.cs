namespace IndicatorPipeline.Extraction.Text.Copies;

/// <summary>Decides from two fingerprints how their speeches are related.</summary>
internal static class CopyRule
{
    // Speeches of different years or places share less than a fifth of their wording, spun copies keep two thirds.
    private const double LeastWording = 0.6;

    // A copy keeps its numbers but for those that a site masks; a template filled with another year's keeps few.
    private const double LeastNumerals = 0.7;

    private const double ShortestNear = 0.5;

    // A share of fewer samples says nothing.
    private const int FewestSamples = 8;

    public static CopyKind Compare(SpeechFingerprint first, SpeechFingerprint second)
    {
        if (first.Equals(second)) return CopyKind.Exact;
        var (part, whole) = first.Length <= second.Length ? (first, second) : (second, first);
        var wording = part.Shingles.In(whole.Shingles);
        if (wording.Sought < FewestSamples || wording.Found < LeastWording * wording.Sought) return CopyKind.Distinct;
        var numerals = part.Numerals.In(whole.Numerals);
        if (numerals.Found < LeastNumerals * numerals.Sought) return CopyKind.Distinct;
        return part.Length >= ShortestNear * whole.Length ? CopyKind.Near : CopyKind.Excerpt;
    }
}
