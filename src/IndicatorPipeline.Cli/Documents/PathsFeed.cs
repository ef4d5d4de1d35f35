using System.Runtime.CompilerServices;
using IndicatorPipeline.Sources;

namespace IndicatorPipeline.Cli.Documents;

/// <summary>Files, folders, patterns and addresses as one collection, in which every document has its own id.</summary>
internal sealed class PathsFeed(IReadOnlyList<string> paths, GivenFacts given) : IDocumentFeed
{
    public async IAsyncEnumerable<FeedItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var result in new SourceReader().ReadAsync(paths, cancellationToken))
        {
            if (SourceItems.From(result, given) is { } item)
            {
                yield return item;
            }
        }
    }
}
