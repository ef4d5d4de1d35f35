using IndicatorPipeline.Cli.CommandLine;
using IndicatorPipeline.Cli.Documents;
using IndicatorPipeline.Cli.Output;
using IndicatorPipeline.Cli.Verbs.Extract;
using IndicatorPipeline.Extraction;

namespace IndicatorPipeline.Cli.Tests.Verbs.Extract;

public sealed class ExtractFaultTests
{
    [Fact]
    public async Task A_text_on_which_the_engine_fails_does_not_end_the_run()
    {
        var sink = new FailingSink("b");

        var code = await ExtractVerb.ReadAsync([new Feed("a", "b", "c")], sink, CancellationToken.None);

        Assert.Equal(ExitCode.Failure, code);
        Assert.Equal(["a", "c"], sink.Documents);
        Assert.True(sink.IsComplete);
    }

    [Fact]
    public async Task Output_that_cannot_be_written_ends_the_run() =>
        await Assert.ThrowsAsync<IOException>(() => ExtractVerb.ReadAsync([new Feed("full")], new FailingSink("full", new IOException()), CancellationToken.None));

    private sealed class Feed(params string[] ids) : IDocumentFeed
    {
        public async IAsyncEnumerable<FeedItem> ReadAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.CompletedTask;
            foreach (var id in ids) yield return new FeedItem.Read(new SourceDocument { Id = id, Text = id });
        }
    }

    private sealed class FailingSink(string id, Exception? fault = null) : ObservationSink
    {
        public List<string> Documents { get; } = [];

        public bool IsComplete { get; private set; }

        public override void Read(SourceDocument document)
        {
            if (document.Id == id) throw fault ?? new OverflowException("too large");
            Documents.Add(document.Id);
        }

        public override void Complete() => IsComplete = true;

        public override void Dispose()
        {
        }
    }
}
