using System.Diagnostics;
using System.Globalization;
using IndicatorPipeline.Cli.Documents;
using IndicatorPipeline.Cli.Output;
using IndicatorPipeline.Extraction;

namespace IndicatorPipeline.Benchmarks.Stages;

/// <summary>
/// Runs the whole way from bytes to lines over one file again and again in one process: what the first pass costs more than the last is
/// start-up and compilation.
/// </summary>
internal static class Passes
{
    /// <summary>Prints the processor time of each pass, of all threads.</summary>
    public static int Run(string path, string times)
    {
        using var process = Process.GetCurrentProcess();
        var size = new FileInfo(path).Length / 1e6;
        for (var pass = 0; pass < int.Parse(times, CultureInfo.InvariantCulture); pass++)
        {
            process.Refresh();
            var before = process.TotalProcessorTime;
            var collections = GC.CollectionCount(2);
            using var stream = File.OpenRead(path);
            using var sink = new JsonLinesSink(Stream.Null);
            var lines = new Utf8Lines(stream);
            while (lines.TryRead(out var line))
            {
                if (line.Kind == Utf8LineKind.Text) sink.Read(DocumentLine.Parse(line.Bytes.Span, out _)!);
            }

            sink.Complete();
            process.Refresh();
            var seconds = (process.TotalProcessorTime - before).TotalSeconds;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{seconds:F2} s, {size / seconds:F1} MB/s, {GC.CollectionCount(2) - collections} full collections"));
        }

        return 0;
    }
}
