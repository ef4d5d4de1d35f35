using IndicatorPipeline.Cli.CommandLine;
using IndicatorPipeline.Sources;

namespace IndicatorPipeline.Cli.Documents;

/// <summary>From what a source gave to what a feed gives.</summary>
internal static class SourceItems
{
    /// <summary>The item, or null where the source says that nothing is new. Losses while reading are said at once.</summary>
    public static FeedItem? From(ReadResult result, GivenFacts given)
    {
        switch (result)
        {
            case ReadDocument read:
                foreach (var warning in read.Warnings)
                {
                    Complaint.Say($"{read.Path}: {warning}");
                }

                return new FeedItem.Read(given.AddTo(read.Document));
            case ReadFailure failure:
                return new FeedItem.Failed($"cannot read '{failure.Path}': {failure.Reason}; {failure.Remedy}");
            default:
                return null;
        }
    }
}
