using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using IndicatorPipeline.Sources.Documents;
using IndicatorPipeline.Sources.Files;
using IndicatorPipeline.Sources.Web;

namespace IndicatorPipeline.Sources;

/// <summary>
/// Reads documents out of files, folders, archives, dumps and web pages, one after the other and in an order that depends on nothing but their names.
/// Bad input is a <see cref="ReadFailure"/>, never an exception. Safe on all threads.
/// </summary>
public sealed class SourceReader
{
    /// <summary>Version of the readers: rises with every change that can change a document's text, so that stored texts can be told apart.</summary>
    public const int Version = 2;

    private readonly ReadingOptions options;

    /// <param name="options">How to read; null for the defaults.</param>
    public SourceReader(ReadingOptions? options = null) => this.options = options ?? ReadingOptions.Default;

    /// <summary>Reads one source: a file, a folder with all below it, a pattern (<c>reports/**/*.docx</c>) or an http(s) address.</summary>
    public IAsyncEnumerable<ReadResult> ReadAsync(string source, CancellationToken cancellation = default) => ReadAsync([source], cancellation);

    /// <summary>Reads several sources as one collection: ids are distinct over all of them, and a file that two of them name is read once.</summary>
    public async IAsyncEnumerable<ReadResult> ReadAsync(
        IEnumerable<string> sources, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var documents = new DocumentReader(options);
        using var web = new WebReader(documents);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var source in sources)
        {
            if (WebReader.IsAddress(source))
            {
                await foreach (var result in web.ReadAsync(source, cancellation))
                    yield return result;
                continue;
            }

            foreach (var file in FileFinder.Find(source))
            {
                cancellation.ThrowIfCancellationRequested();
                if (file.Problem is not null)
                    yield return file.Problem.At(file.Path);
                else if (seen.Add(Path.GetFullPath(file.Path)))
                    await foreach (var result in ReadFileAsync(file, documents, cancellation))
                        yield return result;
            }
        }
    }

    /// <summary>Reads one stream, for example standard input.</summary>
    /// <param name="content">The bytes; read once, from where it stands to its end, and left open.</param>
    /// <param name="name">The path to report; its file name gives the id, its extension (<c>.jsonl</c>) what the content alone cannot tell.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public IAsyncEnumerable<ReadResult> ReadAsync(Stream content, string name, CancellationToken cancellation = default)
    {
        var origin = new Origin { Path = name, RelativePath = name, FileName = Path.GetFileName(name) };
        return new DocumentReader(options).ReadAsync(content, origin, cancellation);
    }

    /// <summary>Reads the pages that an index page links to.</summary>
    /// <param name="index">Address of the index page.</param>
    /// <param name="linkPattern">Regular expression that the absolute address of a link must match (<c>/content_\d+\.html$</c>).</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="ArgumentException"><paramref name="linkPattern"/> is no regular expression.</exception>
    public IAsyncEnumerable<ReadResult> ReadIndexAsync(Uri index, string linkPattern, CancellationToken cancellation = default) =>
        ReadIndexAsync(index, new Regex(linkPattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)), cancellation);

    private async IAsyncEnumerable<ReadResult> ReadIndexAsync(Uri index, Regex pattern, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var web = new WebReader(new DocumentReader(options));
        await foreach (var result in web.ReadIndexAsync(index, pattern, cancellation))
            yield return result;
    }

    private static async IAsyncEnumerable<ReadResult> ReadFileAsync(
        FoundFile file, DocumentReader documents, [EnumeratorCancellation] CancellationToken cancellation)
    {
        FileStream? stream = null;
        Problem? problem = null;
        try
        {
            stream = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 64 << 10,
                FileOptions.SequentialScan);
        }
        catch (UnauthorizedAccessException)
        {
            problem = Problems.MayNotRead("file");
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            problem = Problems.NoSuchFile();
        }
        catch (IOException failed)
        {
            problem = Problems.DiskFailed(failed.Message);
        }

        if (stream is null)
        {
            yield return problem!.At(file.Path);
            yield break;
        }

        await using (stream)
        {
            var origin = new Origin { Path = file.Path, RelativePath = file.RelativePath, FileName = Path.GetFileName(file.Path) };
            await foreach (var result in documents.ReadAsync(stream, origin, cancellation))
                yield return result;
        }
    }
}
