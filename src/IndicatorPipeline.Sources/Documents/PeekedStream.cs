using IndicatorPipeline.Sources.Archives;

namespace IndicatorPipeline.Sources.Documents;

/// <summary>A stream whose first bytes were looked at already. Leaves the inner stream open.</summary>
internal sealed class PeekedStream : ForwardStream
{
    private const int HeadLength = 64 << 10;

    private readonly Stream inner;
    private int position;

    private PeekedStream(Stream inner, byte[] head)
    {
        this.inner = inner;
        Head = head;
    }

    /// <summary>The first 64 KiB, or all if there are fewer.</summary>
    public byte[] Head { get; }

    public static async Task<PeekedStream> OpenAsync(Stream inner, CancellationToken cancellation)
    {
        var head = new byte[HeadLength];
        var length = await inner.ReadAtLeastAsync(head, HeadLength, throwOnEndOfStream: false, cancellation);
        return new PeekedStream(inner, head[..length]);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer) => FromHead(buffer) is var peeked and > 0 ? peeked : inner.Read(buffer);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        FromHead(buffer.Span) is var peeked and > 0 ? ValueTask.FromResult(peeked) : inner.ReadAsync(buffer, cancellationToken);

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
