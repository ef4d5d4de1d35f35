using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using IndicatorPipeline.Sources.Documents;
using IndicatorPipeline.Sources.Encodings;

namespace IndicatorPipeline.Sources.Web;

/// <summary>Reads the documents at addresses. One for each reading.</summary>
internal sealed class WebReader(DocumentReader documents) : IDisposable
{
    // Made with the first address: all that it stands on takes longer to load than a file takes to read.
    private PageFetcher? fetcher;
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    public static bool IsAddress(string source) =>
        source.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || source.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    private PageFetcher Fetcher => fetcher ??= new PageFetcher(documents.Options.Web);

    public void Dispose() => fetcher?.Dispose();

    public async IAsyncEnumerable<ReadResult> ReadAsync(string source, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (!Uri.TryCreate(source, UriKind.Absolute, out var address))
        {
            yield return WebProblems.NoAddress().At(source);
            yield break;
        }

        var path = address.AbsoluteUri;
        if (!seen.Add(path))
            yield break;
        var options = documents.Options;
        var known = options.Known?.Invoke(path);
        switch (await Fetcher.FetchAsync(address, known, options.MaxDocumentBytes, cancellation))
        {
            case FetchedUnchanged(var fileName, var retrieval):
                // Claimed as if it had been read, so that the ids of the others do not depend on what is stored.
                documents.Ids.Claim(Path.GetFileNameWithoutExtension(fileName), path, path);
                yield return new ReadUnchanged(path,
                    known! with { ETag = retrieval.ETag ?? known.ETag, LastModified = retrieval.LastModified ?? known.LastModified });
                break;
            case FetchedBody body:
                using (var content = new MemoryStream(body.Bytes, writable: false))
                    await foreach (var result in documents.ReadAsync(content, Origin(path, body), cancellation))
                        yield return result;
                break;
            case NotFetched(var problem, _, _):
                yield return problem.At(path);
                break;
        }
    }

    public async IAsyncEnumerable<ReadResult> ReadIndexAsync(Uri index, Regex pattern, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var options = documents.Options;
        var fetch = await Fetcher.FetchAsync(index, null, options.MaxDocumentBytes, cancellation);
        if (fetch is not FetchedBody body)
        {
            yield return (fetch is NotFetched(var problem, _, _) ? problem : WebProblems.NoAddress()).At(index.AbsoluteUri);
            yield break;
        }

        if (Links(body, pattern) is not { } links)
        {
            yield return WebProblems.PatternTooSlow(pattern.ToString()).At(index.AbsoluteUri);
            yield break;
        }

        if (links.Count == 0)
            yield return WebProblems.NoLinks(pattern.ToString()).At(index.AbsoluteUri);
        foreach (var link in links.Take(options.Web.MaxLinks))
            await foreach (var result in ReadAsync(link.AbsoluteUri, cancellation))
                yield return result;
        if (links.Count > options.Web.MaxLinks)
            yield return WebProblems.TooManyLinks(options.Web.MaxLinks).At(index.AbsoluteUri);
    }

    private static IReadOnlyList<Uri>? Links(FetchedBody body, Regex pattern)
    {
        try
        {
            return LinkFinder.Find(body, pattern);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    private static Origin Origin(string path, FetchedBody body) => new()
    {
        Path = path,
        RelativePath = path,
        FileName = body.FileName,
        Charset = DeclaredCharset.InContentType(body.ContentType),
        MediaType = body.ContentType?.Split(';')[0].Trim().ToLowerInvariant(),
        Retrieval = body.Retrieval,
    };
}
