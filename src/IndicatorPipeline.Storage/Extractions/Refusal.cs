namespace IndicatorPipeline.Storage.Extractions;

/// <summary>A reading that cannot be right: kept aside, so that one misread number does not cost a document its others.</summary>
/// <param name="DocumentId">The document.</param>
/// <param name="Row">What was read.</param>
/// <param name="Reason">Why it cannot be right.</param>
internal sealed record Refusal(long DocumentId, ObservationRow Row, string Reason);
