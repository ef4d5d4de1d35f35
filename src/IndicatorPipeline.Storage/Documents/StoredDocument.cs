using IndicatorPipeline.Extraction;

namespace IndicatorPipeline.Storage.Documents;

/// <summary>The latest version of a document, ready for the engine.</summary>
/// <param name="DocumentId">Its number.</param>
/// <param name="VersionId">Number of the version.</param>
/// <param name="Place">Where it is.</param>
/// <param name="Document">The text and what its source says about it.</param>
public sealed record StoredDocument(long DocumentId, long VersionId, DocumentPlace Place, SourceDocument Document);
