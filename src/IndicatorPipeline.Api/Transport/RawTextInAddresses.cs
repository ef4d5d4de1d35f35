using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;

namespace IndicatorPipeline.Api.Transport;

/// <summary>
/// Lets a person type Chinese into an address: <c>curl '…?region=山东省'</c> sends the bytes as they are, which HTTP does not allow and the server would
/// refuse. Every byte from 0x80 is sent on as <c>%XX</c>, as a browser would have. The API takes no bodies, so that nothing else holds such bytes.
/// </summary>
internal static class RawTextInAddresses
{
    public static ConnectionDelegate Accept(ConnectionDelegate next) => async connection =>
    {
        var transport = connection.Transport;
        var escaped = new Pipe();
        connection.Transport = new Duplex(escaped.Reader, transport.Output);
        var copying = CopyAsync(transport.Input, escaped.Writer);
        try
        {
            await next(connection);
        }
        finally
        {
            connection.Transport = transport;
            await escaped.Reader.CompleteAsync();
            transport.Input.CancelPendingRead();
            await copying;
        }
    };

    private static async Task CopyAsync(PipeReader from, PipeWriter to)
    {
        Exception? broken = null;
        try
        {
            while (true)
            {
                var read = await from.ReadAsync();
                if (read.IsCanceled)
                {
                    break;
                }

                foreach (var segment in read.Buffer)
                {
                    Escape(segment.Span, to);
                }

                from.AdvanceTo(read.Buffer.End);
                var flushed = await to.FlushAsync();
                if (read.IsCompleted || flushed.IsCompleted)
                {
                    break;
                }
            }
        }
        catch (Exception lost) when (lost is IOException or ConnectionAbortedException or ConnectionResetException)
        {
            broken = lost;
        }

        await to.CompleteAsync(broken);
    }

    private static void Escape(ReadOnlySpan<byte> bytes, PipeWriter to)
    {
        ReadOnlySpan<byte> digits = "0123456789ABCDEF"u8;
        while (bytes.Length > 0)
        {
            var plain = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            plain = plain < 0 ? bytes.Length : plain;
            bytes[..plain].CopyTo(to.GetSpan(plain));
            to.Advance(plain);
            if (plain < bytes.Length)
            {
                var three = to.GetSpan(3);
                (three[0], three[1], three[2]) = ((byte)'%', digits[bytes[plain] >> 4], digits[bytes[plain] & 15]);
                to.Advance(3);
                plain++;
            }

            bytes = bytes[plain..];
        }
    }

    private sealed record Duplex(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
