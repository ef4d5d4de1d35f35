using IndicatorPipeline.Extraction;

namespace IndicatorPipeline.Cli.Documents;

/// <summary>One document of a feed, or the reason why it is none.</summary>
internal abstract record FeedItem
{
    private FeedItem()
    {
    }

    /// <param name="Document">The document as decoded.</param>
    public sealed record Read(SourceDocument Document) : FeedItem;

    /// <param name="Reason">One line that names the document and says what to do.</param>
    public sealed record Failed(string Reason) : FeedItem;
}
