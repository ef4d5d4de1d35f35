namespace IndicatorPipeline.Storage.Documents;

/// <summary>A found document, as stored.</summary>
/// <param name="DocumentId">Its number.</param>
/// <param name="VersionId">Number of the version with this content.</param>
/// <param name="Kind">What became of it.</param>
public readonly record struct RegisteredDocument(long DocumentId, long VersionId, RegistrationKind Kind);
