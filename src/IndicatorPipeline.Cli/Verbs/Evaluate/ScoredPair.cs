namespace IndicatorPipeline.Cli.Verbs.Evaluate;

/// <summary>An annotated and an extracted observation of the same place.</summary>
internal readonly record struct ScoredPair(ScoredObservation Gold, ScoredObservation Found);
