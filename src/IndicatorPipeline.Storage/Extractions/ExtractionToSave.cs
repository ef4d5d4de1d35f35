using IndicatorPipeline.Extraction;

namespace IndicatorPipeline.Storage.Extractions;

/// <summary>What the engine read from one version of a document.</summary>
/// <param name="DocumentId">Number of the document.</param>
/// <param name="VersionId">Number of the version whose text was read.</param>
/// <param name="Extraction">What was read.</param>
public sealed record ExtractionToSave(long DocumentId, long VersionId, DocumentExtraction Extraction);
