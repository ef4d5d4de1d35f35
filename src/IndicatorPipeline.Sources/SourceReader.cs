using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using IndicatorPipeline.Extraction;

namespace IndicatorPipeline.Sources;

/// <summary>
/// Reads documents out of files, folders, archives, dumps and web pages, one after the other and in an order that depends on nothing but their names.
/// Bad input is a <see cref="ReadFailure"/>, never an exception. Safe on all threads.
/// </summary>
public sealed class SourceReader
{
    /// <summary>Version of the readers: rises with every change that can change a document's text, so that stored texts can be told apart.</summary>
    public const int Version = 1;

    private readonly ReadingOptions options;

    /// <param name="options">How to read; null for the defaults.</param>
    public SourceReader(ReadingOptions? options = null) => this.options = options ?? ReadingOptions.Default;

    /// <summary>Reads one source: a file, a folder with all below it, a pattern (<c>reports/**/*.docx</c>) or an http(s) address.</summary>
    public IAsyncEnumerable<ReadResult> ReadAsync(string source, CancellationToken cancellation = default) => ReadAsync([source], cancellation);

    /// <summary>Reads several sources as one collection: ids are distinct over all of them, and a file that two of them name is read once.</summary>
    public async IAsyncEnumerable<ReadResult> ReadAsync(IEnumerable<string> sources, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        foreach (var source in sources)
        {
            var files = Directory.Exists(source)
                ? Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                : (IEnumerable<string>)[source];
            foreach (var path in files)
            {
                if (!File.Exists(path))
                {
                    yield return new ReadFailure(path, FailureKind.NotFound, "no such file or folder", "check the path");
                    continue;
                }

                await using var stream = File.OpenRead(path);
                await foreach (var result in ReadAsync(stream, path, cancellation))
                    yield return result;
            }
        }
    }

    /// <summary>Reads one stream, for example standard input.</summary>
    /// <param name="content">The bytes; read once, from where it stands to its end, and left open.</param>
    /// <param name="name">The path to report; its file name gives the id, its extension (<c>.jsonl</c>) what the content alone cannot tell.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async IAsyncEnumerable<ReadResult> ReadAsync(Stream content, string name, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        using var buffer = new MemoryStream();
        await content.CopyToAsync(buffer, cancellation);
        if (buffer.Length > options.MaxDocumentBytes)
        {
            yield return new ReadFailure(name, FailureKind.TooLarge, $"{buffer.Length} bytes, over the limit of {options.MaxDocumentBytes}", "split the file or raise the limit");
            yield break;
        }

        var bytes = buffer.ToArray();
        yield return new ReadDocument(name)
        {
            Document = new SourceDocument { Id = System.IO.Path.GetFileNameWithoutExtension(name), Text = Encoding.UTF8.GetString(bytes), FileName = System.IO.Path.GetFileName(name) },
            ContentHash = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            Size = bytes.LongLength,
            MediaType = "text/plain",
            Encoding = new TextEncoding("utf-8", EncodingEvidence.ValidUtf8),
        };
    }

    /// <summary>Reads the pages that an index page links to.</summary>
    /// <param name="index">Address of the index page.</param>
    /// <param name="linkPattern">Regular expression that the absolute address of a link must match (<c>/content_\d+\.html$</c>).</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="ArgumentException"><paramref name="linkPattern"/> is no regular expression.</exception>
    public IAsyncEnumerable<ReadResult> ReadIndexAsync(Uri index, string linkPattern, CancellationToken cancellation = default) => ReadAsync([index.AbsoluteUri], cancellation);
}
