using IndicatorPipeline.Sources.Archives;

namespace IndicatorPipeline.Sources.Documents;

/// <summary>A stream whose first bytes were looked at already. Leaves the inner stream open.</summary>
internal sealed class PeekedStream : ForwardStream
{
    private const int HeadLength = 64 << 10;

    private readonly Stream inner;

    // A file is read at once: to wait for it on another thread would only cost the way there and back.
    private readonly bool isFile;
    private int position;

    private PeekedStream(Stream inner, byte[] head)
    {
        this.inner = inner;
        isFile = inner is FileStream;
        Head = head;
    }

    /// <summary>The first 64 KiB, or all if there are fewer.</summary>
    public byte[] Head { get; }

    public static async Task<PeekedStream> OpenAsync(Stream inner, CancellationToken cancellation)
    {
        var head = new byte[HeadLength];
        var length = inner is FileStream
            ? inner.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false)
            : await inner.ReadAtLeastAsync(head, HeadLength, throwOnEndOfStream: false, cancellation);
        return new PeekedStream(inner, head[..length]);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer) => FromHead(buffer) is var peeked and > 0 ? peeked : inner.Read(buffer);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        FromHead(buffer.Span) is var peeked and > 0 ? ValueTask.FromResult(peeked)
        : isFile ? ValueTask.FromResult(inner.Read(buffer.Span))
        : inner.ReadAsync(buffer, cancellationToken);

    /// <summary>Reads all to the end.</summary>
    /// <exception cref="ProblemException">There are more than <paramref name="limit"/> bytes.</exception>
    public async Task<byte[]> ReadAllAsync(long limit, CancellationToken cancellation)
    {
        using var all = new MemoryStream();
        var buffer = new byte[HeadLength];
        int read;
        while ((read = await ReadAsync(buffer, cancellation)) > 0)
        {
            if (all.Length + read > limit)
                throw new ProblemException(Problems.TooManyBytes(limit));
            all.Write(buffer, 0, read);
        }

        return all.ToArray();
    }

    private int FromHead(Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, Head.Length - position);
        Head.AsSpan(position, count).CopyTo(buffer);
        position += count;
        return count;
    }
}
