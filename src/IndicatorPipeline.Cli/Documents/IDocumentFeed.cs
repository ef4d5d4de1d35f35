namespace IndicatorPipeline.Cli.Documents;

/// <summary>A place that documents come from, one after the other.</summary>
internal interface IDocumentFeed
{
    /// <summary>Reads its documents in a fixed order, holding one at a time.</summary>
    IAsyncEnumerable<FeedItem> ReadAsync(CancellationToken cancellationToken);
}
