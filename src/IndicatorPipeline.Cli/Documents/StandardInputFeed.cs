using System.Runtime.CompilerServices;
using IndicatorPipeline.Sources;

namespace IndicatorPipeline.Cli.Documents;

/// <summary>Standard input as one document, in whatever encoding it is.</summary>
internal sealed class StandardInputFeed(GivenFacts given) : IDocumentFeed
{
    public async IAsyncEnumerable<FeedItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var input = Console.OpenStandardInput();
        await foreach (var result in new SourceReader().ReadAsync(input, "stdin", cancellationToken))
        {
            if (SourceItems.From(result, given) is { } item)
            {
                yield return item;
            }
        }
    }
}
