namespace IndicatorPipeline.Storage.Extractions;

/// <summary>What a save did to one document.</summary>
/// <param name="DocumentId">Number of the document.</param>
/// <param name="IsOutdated">Nothing was saved, because a newer version of the document, or the reading of newer rules, is there already.</param>
/// <param name="Observations">Observations the document has now.</param>
/// <param name="Added">Observations new or changed.</param>
/// <param name="Closed">Observations replaced or withdrawn.</param>
/// <param name="Refused">Readings refused because they cannot be right.</param>
public readonly record struct SavedExtraction(long DocumentId, bool IsOutdated, int Observations, int Added, int Closed, int Refused)
{
    /// <summary>Whether readers see anything else than before.</summary>
    public bool IsChanged => Added > 0 || Closed > 0;
}
