namespace IndicatorPipeline.Jobs.Extracting;

/// <summary>What the extraction of a batch did.</summary>
/// <param name="Documents">Documents saved.</param>
/// <param name="Speeches">Speeches in them.</param>
/// <param name="Observations">Observations they have now.</param>
/// <param name="Added">Observations new or changed.</param>
/// <param name="Closed">Observations replaced or withdrawn.</param>
/// <param name="Refused">Readings refused because they cannot be right.</param>
/// <param name="Failures">Documents that failed, with the reason.</param>
public sealed record ExtractedBatch(
    int Documents, int Speeches, int Observations, int Added, int Closed, int Refused, IReadOnlyList<FailedDocument> Failures);
