using System.Runtime.CompilerServices;
using IndicatorPipeline.Cli.CommandLine;

namespace IndicatorPipeline.Cli.Documents;

/// <summary>Lines of <c>{"id","text","title"?,"date"?,"region"?}</c>; memory is that of the longest line.</summary>
/// <param name="path">A file, or <c>-</c> for standard input.</param>
/// <param name="given">What holds where a line does not say.</param>
internal sealed class JsonLinesFeed(string path, GivenFacts given) : IDocumentFeed
{
#pragma warning disable CS1998 // Reading is synchronous: the program has nothing else to do meanwhile, and a pipe read per line costs less so.
    public async IAsyncEnumerable<FeedItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
#pragma warning restore CS1998
    {
        var name = path == "-" ? "standard input" : path;
        using var stream = path == "-" ? Console.OpenStandardInput() : OpenFile(path);
        var lines = new Utf8Lines(stream);
        while (lines.TryRead(out var line))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (line.Kind == Utf8LineKind.Blank)
            {
                continue;
            }

            yield return line.Kind == Utf8LineKind.TooLong
                ? new FeedItem.Failed($"line {line.Number} of {name} is longer than {Utf8Lines.LongestLine >> 20} MiB; split the document")
                : DocumentLine.Parse(line.Bytes.Span, out var fault) is { } document
                ? new FeedItem.Read(given.AddTo(document))
                : new FeedItem.Failed($"line {line.Number} of {name} is no document: {fault}");
        }
    }

    private static FileStream OpenFile(string path) =>
        File.Exists(path)
        ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan)
        : throw new CommandFailedException($"there is no file '{path}'; give a path that exists, or - for standard input");
}
