namespace IndicatorPipeline.Sources.Dumps;

/// <summary>Cuts a stream into records, holding one record and no more.</summary>
/// <param name="stream">The dump.</param>
/// <param name="ends">Where records end.</param>
/// <param name="maxRecord">Longest record in bytes.</param>
/// <param name="countsLines">Whether a record's number is its line; else its place.</param>
internal sealed class RecordSplitter(Stream stream, RecordEnds ends, int maxRecord, bool countsLines)
{
    private const int MaxOpenQuotes = 100;

    private static ReadOnlySpan<byte> Between => [(byte)' ', (byte)'\t', (byte)'\r', (byte)'\n', (byte)',', (byte)'[', (byte)']', 0xEF, 0xBB, 0xBF];

    private byte[] buffer = new byte[128 << 10];
    private int start;
    private int scanned;
    private int end;
    private long number = 1;
    private int openQuotes;
    private bool atEnd;

    /// <summary>The next record that is not blank, or null at the end.</summary>
    public async ValueTask<RawRecord?> NextAsync(CancellationToken cancellation)
    {
        ends.Restart();
        while (true)
        {
            var found = ends.Find(buffer.AsSpan(scanned, end - scanned));
            if (found >= 0)
            {
                if (Take(scanned + found) is { } record)
                    return record;
                ends.Restart();
                continue;
            }

            scanned = end;
            if (end - start > maxRecord)
                return await OverlongAsync(cancellation);
            if (!atEnd)
                await FillAsync(cancellation);
            else if (ends.IsOpen)
                return ends is QuotedLineEnds ? AfterOpenQuote() : Rest(RecordFault.Cut);
            else if (countsLines && start < end && Take(end) is { } last)
                return last;
            else if (!countsLines && IsStray(buffer.AsSpan(start, end - start)))
                return Rest(RecordFault.Stray);
            else
                return null;
        }
    }

    private RawRecord? Take(int behind)
    {
        var bytes = buffer.AsMemory(start, behind - start);
        var first = number;
        if (!countsLines && bytes.Span.IndexOf((byte)'{') is var opening && IsStray(bytes.Span[..opening]))
        {
            start = scanned = start + opening;
            return new RawRecord(number++, default, RecordFault.Stray);
        }

        number += countsLines ? bytes.Span.Count((byte)'\n') : 1;
        start = scanned = behind;
        if (!countsLines)
            bytes = bytes[bytes.Span.IndexOf((byte)'{')..];
        bytes = bytes.TrimEnd("\r\n"u8);
        if (bytes.Length > maxRecord)
            return new RawRecord(first, default, RecordFault.TooLong);
        return bytes.Span.ContainsAnyExcept(" \t\r\n"u8) ? new RawRecord(first, bytes, RecordFault.None) : null;
    }

    /// <summary>Whether there is more than brackets, commas, white space and a byte order mark.</summary>
    private static bool IsStray(ReadOnlySpan<byte> between) => between.ContainsAnyExcept(Between);

    private async ValueTask<RawRecord?> OverlongAsync(CancellationToken cancellation)
    {
        if (ends is QuotedLineEnds { IsOpen: true })
            return AfterOpenQuote();
        if (!countsLines)
        {
            // Brackets that never close: nothing behind can be told apart.
            atEnd = true;
            return Rest(RecordFault.TooLong);
        }

        var first = number;
        while (true)
        {
            var newline = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            number += newline >= 0 ? 1 : 0;
            start = scanned = newline >= 0 ? start + newline + 1 : end;
            if (newline >= 0 || atEnd)
                return new RawRecord(first, default, RecordFault.TooLong);
            await FillAsync(cancellation);
        }
    }

    /// <summary>Gives up the line on which the quote was opened and goes on with the next, which the buffer still holds.</summary>
    private RawRecord AfterOpenQuote()
    {
        var first = number;
        if (++openQuotes >= MaxOpenQuotes && ends is QuotedLineEnds quoted)
            quoted.IgnoresQuotes = true;
        var newline = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
        number += newline >= 0 ? 1 : 0;
        start = scanned = newline >= 0 ? start + newline + 1 : end;
        return new RawRecord(first, default, RecordFault.OpenQuote);
    }

    private RawRecord Rest(RecordFault fault)
    {
        start = scanned = end;
        return new RawRecord(number++, default, fault);
    }

    private async ValueTask FillAsync(CancellationToken cancellation)
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            scanned -= start;
            end -= start;
            start = 0;
        }

        if (end == buffer.Length)
            Array.Resize(ref buffer, (int)Math.Min(Math.Min(2L * buffer.Length, maxRecord + (256L << 10)), Array.MaxLength));
        var read = await stream.ReadAsync(buffer.AsMemory(end), cancellation);
        end += read;
        atEnd = read == 0;
    }
}
