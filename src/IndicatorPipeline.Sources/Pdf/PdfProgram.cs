using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using IndicatorPipeline.Sources.Documents;

namespace IndicatorPipeline.Sources.Pdf;

/// <summary>
/// Runs poppler's <c>pdftotext</c> as a child process: the PDF goes in and the text comes out through pipes, nothing touches the disk.
/// </summary>
/// <remarks>
/// The shell in between sets the limits of memory and processor time (<c>ulimit</c>), which a process cannot set for a child of its own in .NET.
/// </remarks>
internal static class PdfProgram
{
    private const int ShellHasNoSuchProgram = 127;

    public static async Task<PdfRun> RunAsync(byte[] pdf, ReadingOptions options, CancellationToken cancellation)
    {
        var kilobytes = (options.PdfMemoryBytes / 1024).ToString(CultureInfo.InvariantCulture);
        var seconds = ((long)options.PdfTimeout.TotalSeconds + 1).ToString(CultureInfo.InvariantCulture);
        // Not -q: poppler's messages on missing language packs tell a font that it cannot map from a scan.
        var start = new ProcessStartInfo("/bin/sh")
        {
            ArgumentList = { "-c", "ulimit -v \"$1\"; ulimit -t \"$2\"; exec pdftotext -enc UTF-8 -eol unix - -", "sh", kilobytes, seconds },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            return new PdfRun(ShellHasNoSuchProgram, [], "");
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(options.PdfTimeout);
        try
        {
            var writing = WriteAsync(process, pdf, limit.Token);
            var errors = ReadAsync(process.StandardError.BaseStream, 64 << 10, readsOn: true, limit.Token);
            var output = await ReadAsync(process.StandardOutput.BaseStream, options.MaxDocumentBytes, readsOn: false, limit.Token);
            if (output.Length > options.MaxDocumentBytes)
                throw new ProblemException(Problems.TooManyBytes(options.MaxDocumentBytes));
            await writing;
            var messages = Encoding.UTF8.GetString(await errors);
            await process.WaitForExitAsync(limit.Token);
            return new PdfRun(process.ExitCode, output, messages);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new ProblemException(Problems.TooSlow("PDF", options.PdfTimeout));
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private static async Task WriteAsync(Process process, byte[] pdf, CancellationToken cancellation)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(pdf, cancellation);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The program has ended before it read all; its exit code says why.
        }
    }

    /// <summary>The first bytes, at most one more than the limit. Reading on drops the rest, for a program whose pipe is full stands still.</summary>
    private static async Task<byte[]> ReadAsync(Stream stream, long limit, bool readsOn, CancellationToken cancellation)
    {
        using var all = new MemoryStream();
        var buffer = new byte[64 << 10];
        int read;
        while ((readsOn || all.Length <= limit) && (read = await stream.ReadAsync(buffer, cancellation)) > 0)
            all.Write(buffer, 0, (int)Math.Min(read, limit + 1 - all.Length));
        return all.ToArray();
    }
}
