using IndicatorPipeline.Cli.CommandLine;
using IndicatorPipeline.Cli.Documents;
using IndicatorPipeline.Cli.Output;
using IndicatorPipeline.Extraction;

namespace IndicatorPipeline.Cli.Verbs.Extract;

/// <summary>Reads every document of the request in turn and writes its observations; what cannot be read is said, and the rest goes on.</summary>
internal static class ExtractVerb
{
    public static async Task<int> RunAsync(ExtractRequest request, CancellationToken cancellationToken)
    {
        using var sink = ObservationSink.Open(request.Format, StandardOutput.Open());
        return await ReadAsync(request.Feeds, sink, cancellationToken);
    }

    /// <summary>Reads the documents of <paramref name="feeds"/> into <paramref name="sink"/> and returns the exit code.</summary>
    internal static async Task<int> ReadAsync(IReadOnlyList<IDocumentFeed> feeds, ObservationSink sink, CancellationToken cancellationToken)
    {
        var failed = false;
        foreach (var feed in feeds)
        {
            await foreach (var item in feed.ReadAsync(cancellationToken))
            {
                switch (item)
                {
                    case FeedItem.Read(var document):
                        failed |= !Read(document, sink);
                        break;
                    case FeedItem.Failed(var reason):
                        failed = true;
                        Complaint.Say(reason);
                        break;
                }
            }
        }

        sink.Complete();
        return failed ? ExitCode.Failure : ExitCode.Success;
    }

    private static bool Read(SourceDocument document, ObservationSink sink)
    {
        try
        {
            sink.Read(document);
            return true;
        }
        catch (Exception fault) when (fault is not (IOException or OutOfMemoryException))
        {
            // The engine promises never to throw. Where it does, one document is lost and not the crawl.
            Complaint.Say($"{document.Id}: the engine failed on this text, please report it; its observations end where it failed ({fault.GetType().Name}: {fault.Message})");
            return false;
        }
    }
}
