using IndicatorPipeline.Cli.CommandLine;
using IndicatorPipeline.Cli.Documents;
using IndicatorPipeline.Cli.Output;

namespace IndicatorPipeline.Cli.Verbs.Extract;

/// <summary>Reads every document of the request in turn and writes its observations; what cannot be read is said, and the rest goes on.</summary>
internal static class ExtractVerb
{
    public static async Task<int> RunAsync(ExtractRequest request, CancellationToken cancellationToken)
    {
        using var sink = ObservationSink.Open(request.Format, StandardOutput.Open());
        var failed = false;
        foreach (var feed in request.Feeds)
        {
            await foreach (var item in feed.ReadAsync(cancellationToken))
            {
                switch (item)
                {
                    case FeedItem.Read(var document):
                        sink.Read(document);
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
}
