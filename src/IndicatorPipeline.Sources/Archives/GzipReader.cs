using System.IO.Compression;
using System.Runtime.CompilerServices;
using IndicatorPipeline.Sources.Documents;

namespace IndicatorPipeline.Sources.Archives;

/// <summary>Reads what one gzip file holds, under the file's own path; its name without <c>.gz</c> tells the format.</summary>
internal static class GzipReader
{
    public static async IAsyncEnumerable<ReadResult> ReadAsync(
        Stream stream, Origin origin, DocumentReader documents, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var options = documents.Options;
        if (origin.Depth >= options.MaxNesting)
        {
            yield return Problems.NestsTooDeep(options.MaxNesting).At(origin.Path);
            yield break;
        }

        var counted = new CountedStream(stream);
        var budget = origin.Budget ?? new UnpackBudget(options.MaxUnpackedBytes, options.MaxUnpackedRatio, () => counted.Count);
        await using var unpacked = new BudgetedStream(new GZipStream(counted, CompressionMode.Decompress), budget);
        var inner = origin with { FileName = Inner(origin.FileName), Depth = origin.Depth + 1, Budget = budget };
        await foreach (var result in documents.ReadAsync(unpacked, inner, cancellation))
            yield return result;
    }

    private static string Inner(string name) =>
        name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3]
        : name.EndsWith(".tgz", StringComparison.OrdinalIgnoreCase) ? string.Concat(name.AsSpan(0, name.Length - 4), ".tar")
        : name;
}
