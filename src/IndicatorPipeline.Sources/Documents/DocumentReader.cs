using System.Runtime.CompilerServices;
using IndicatorPipeline.Extraction;
using IndicatorPipeline.Sources.Archives;
using IndicatorPipeline.Sources.Dumps;
using IndicatorPipeline.Sources.Formats;
using IndicatorPipeline.Sources.Html;
using IndicatorPipeline.Sources.Pdf;
using IndicatorPipeline.Sources.PlainText;
using IndicatorPipeline.Sources.Word;

namespace IndicatorPipeline.Sources.Documents;

/// <summary>Finds the format of a stream and gives its documents. One for each reading: it remembers the ids given.</summary>
internal sealed class DocumentReader(ReadingOptions options)
{
    // By default the base library ends packed data that is cut short as if nothing were missing.
    static DocumentReader() => AppContext.SetSwitch("System.IO.Compression.UseStrictValidation", true);

    public ReadingOptions Options => options;

    public DocumentIds Ids { get; } = new();

    /// <summary>The documents of one stream. What the stream or an archive throws in the middle becomes the last result.</summary>
    public async IAsyncEnumerable<ReadResult> ReadAsync(Stream content, Origin origin, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var results = DispatchAsync(content, origin, cancellation).GetAsyncEnumerator(cancellation);
        while (true)
        {
            ReadFailure? failure = null;
            try
            {
                if (!await results.MoveNextAsync())
                    yield break;
            }
            catch (ProblemException stopped)
            {
                failure = stopped.Problem.At(origin.Path);
            }
            catch (InvalidDataException corrupt)
            {
                failure = Problems.IsCorrupt("archive", corrupt.Message).At(origin.Path);
            }
            catch (UnauthorizedAccessException)
            {
                failure = Problems.MayNotRead("file").At(origin.Path);
            }
            catch (IOException failed)
            {
                failure = Problems.DiskFailed(failed.Message).At(origin.Path);
            }

            yield return failure ?? results.Current;
            if (failure is not null)
                yield break;
        }
    }

    private async IAsyncEnumerable<ReadResult> DispatchAsync(Stream content, Origin origin, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var seekable = content is FileStream { Position: 0 } file ? file : null;
        await using var peeked = await PeekedStream.OpenAsync(content, cancellation);
        var (format, problem) = FormatFinder.Find(peeked.Head, origin.FileName, origin.MediaType);
        if (problem is not null)
        {
            yield return problem.At(origin.Path);
            yield break;
        }

        var many = format switch
        {
            Format.Gzip => GzipReader.ReadAsync(peeked, origin, this, cancellation),
            Format.JsonLines or Format.JsonArray or Format.Delimited => DumpReader.ReadAsync(peeked, format.Value, origin, this, cancellation),
            _ => null,
        };
        if (many is not null)
        {
            await foreach (var result in many)
                yield return result;
            yield break;
        }

        if (format == Format.Zip && seekable is not null && !OfficePackage.Is(seekable))
        {
            await foreach (var result in ZipReader.ReadAsync(seekable, origin, this, cancellation))
                yield return result;
            yield break;
        }

        seekable?.Seek(peeked.Head.Length, SeekOrigin.Begin);
        var bytes = await peeked.ReadAllAsync(options.MaxDocumentBytes, cancellation);
        if (format == Format.Zip && !OfficePackage.Is(new MemoryStream(bytes)))
        {
            await foreach (var result in ZipReader.ReadAsync(new MemoryStream(bytes), origin, this, cancellation))
                yield return result;
            yield break;
        }

        yield return await ReadWholeAsync(bytes, format!.Value, origin, cancellation);
    }

    private async Task<ReadResult> ReadWholeAsync(byte[] bytes, Format format, Origin origin, CancellationToken cancellation)
    {
        var name = Path.GetFileNameWithoutExtension(origin.FileName);
        // Claimed also when nothing is read again, so that the ids of the others do not depend on what is stored.
        var id = Ids.Claim(name, origin.RelativePath, origin.Path);
        if (options.Known?.Invoke(origin.Path) is { } known && known.ContentHash == ReadDocument.HashOf(bytes))
            return new ReadUnchanged(origin.Path,
                known with { ETag = origin.Retrieval?.ETag ?? known.ETag, LastModified = origin.Retrieval?.LastModified ?? known.LastModified });

        var reading = format switch
        {
            Format.Html => HtmlReader.Read(bytes, origin.Charset),
            Format.Pdf => await PdfReader.ReadAsync(bytes, options, cancellation),
            Format.Zip => DocxReader.Read(bytes, options.MaxDocumentBytes),
            _ => PlainTextReader.Read(bytes, origin.Charset),
        };
        return reading switch
        {
            Content content => new ReadDocument(origin.Path, bytes)
            {
                Document = new SourceDocument { Id = id, Text = content.Text, Title = content.Title, FileName = origin.FileName },
                MediaType = content.MediaType,
                Encoding = content.Encoding,
                Apart = content.Apart,
                Publication = content.Publication,
                Retrieval = origin.Retrieval,
                Warnings = content.Warnings,
            },
            Problem problem => problem.At(origin.Path),
            _ => throw new InvalidOperationException($"no such reading: {reading.GetType()}"),
        };
    }
}
