namespace IndicatorPipeline.Cli.Verbs.Evaluate;

/// <summary>Something that annotation and extraction disagree on.</summary>
/// <param name="Kind"><c>missed</c>, <c>spurious</c> or the name of a field.</param>
/// <param name="Gold">What was annotated, or null.</param>
/// <param name="Found">What was extracted, or null.</param>
internal sealed record ScoredDifference(string Kind, ScoredObservation? Gold, ScoredObservation? Found);
