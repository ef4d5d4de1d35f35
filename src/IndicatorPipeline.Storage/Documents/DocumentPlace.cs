namespace IndicatorPipeline.Storage.Documents;

/// <summary>Where a document is: unique in the database.</summary>
/// <param name="Source">The collection: a folder, an archive or a site, under a name that stays when it is found from another directory.</param>
/// <param name="Path">The place in the collection.</param>
public readonly record struct DocumentPlace(string Source, string Path)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Source}: {Path}";
}
