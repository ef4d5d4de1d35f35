namespace IndicatorPipeline.Cli.Verbs.Evaluate;

/// <summary>The outcome of an evaluation.</summary>
/// <param name="Found">Values found at their places.</param>
/// <param name="Fields">Agreement per field among the found; the indicator only where the annotation has a code.</param>
/// <param name="CoreExact">Observations of catalogue indicators with every field right.</param>
/// <param name="AllExact">All observations with every field but the indicator right.</param>
/// <param name="Differences">What was missed, spurious or different.</param>
internal sealed record Score(
    Rate Found, IReadOnlyList<FieldScore> Fields, Rate CoreExact, Rate AllExact, IReadOnlyList<ScoredDifference> Differences);
