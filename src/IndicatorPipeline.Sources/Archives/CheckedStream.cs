namespace IndicatorPipeline.Sources.Archives;

/// <summary>A member of a zip as unpacked, whose length and checksum are compared with the directory's at its end. Owns the inner stream.</summary>
/// <remarks>Without this a member with flipped bits or cut short would be taken for a shorter text.</remarks>
internal sealed class CheckedStream(Stream inner, long length, uint checksum) : ForwardStream
{
    private static readonly uint[] Table = MakeTable();

    private uint crc = uint.MaxValue;
    private long count;

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        Check(buffer[..read], buffer.IsEmpty);
        return read;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken);
        Check(buffer.Span[..read], buffer.IsEmpty);
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    /// <exception cref="InvalidDataException">The end has come and the member is not what the directory says.</exception>
    private void Check(ReadOnlySpan<byte> bytes, bool askedForNone)
    {
        foreach (var b in bytes)
            crc = Table[(crc ^ b) & 0xFF] ^ (crc >> 8);
        count += bytes.Length;
        if (bytes.IsEmpty && !askedForNone && (count != length || ~crc != checksum))
            throw new InvalidDataException("the member's length or checksum is not what the directory says");
    }

    /// <summary>CRC-32 of ISO 3309, reflected.</summary>
    private static uint[] MakeTable()
    {
        var table = new uint[256];
        for (var i = 0u; i < table.Length; i++)
        {
            var value = i;
            for (var bit = 0; bit < 8; bit++)
                value = (value & 1) == 1 ? (value >> 1) ^ 0xEDB88320 : value >> 1;
            table[i] = value;
        }

        return table;
    }
}
