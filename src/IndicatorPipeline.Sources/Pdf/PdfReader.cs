using System.Globalization;
using System.Text;
using IndicatorPipeline.Sources.Documents;

namespace IndicatorPipeline.Sources.Pdf;

/// <summary>
/// Reads a PDF's text in reading order: pdftotext's default mode finds columns and follows each to its end, which <c>-layout</c> (columns side by
/// side) and <c>-raw</c> (order of drawing) do not. Lines stay wrapped as printed; running heads and page numbers are set apart.
/// </summary>
internal static class PdfReader
{
    public static async Task<Reading> ReadAsync(byte[] bytes, ReadingOptions options, CancellationToken cancellation) =>
        Interpret(await PdfProgram.RunAsync(bytes, options, cancellation), options);

    /// <summary>What the program's run means.</summary>
    public static Reading Interpret(PdfRun run, ReadingOptions options)
    {
        if (Refusal(run, options) is { } refusal)
            return refusal;
        // Also if other fonts gave some text: half a document is not stored.
        if (run.Messages.Contains("Missing language pack", StringComparison.Ordinal))
            return Problems.NoPdfData();

        // Private and control characters are what a font without a map gives.
        var text = Encoding.UTF8.GetString(run.Output);
        var pages = (text.EndsWith('\f') ? text[..^1] : text).Split('\f');
        var shown = text.Count(c => !char.IsWhiteSpace(c));
        var unmapped = text.Count(c => c is '\uFFFD' or (>= '\uE000' and <= '\uF8FF') || (c < ' ' && !char.IsWhiteSpace(c)));
        if (shown == 0 || unmapped * 2 > shown)
            return shown == 0 ? Problems.IsScan(pages.Length) : Problems.HasNoUnicode();

        var body = RunningLines.Take(pages, out var apart);
        if (string.IsNullOrWhiteSpace(body))
            return Problems.IsScan(pages.Length);
        return new Content
        {
            Text = body,
            MediaType = "application/pdf",
            Encoding = new TextEncoding("utf-8", EncodingEvidence.Format),
            Apart = apart,
            Warnings = Warnings(pages, unmapped),
        };
    }

    private static Problem? Refusal(PdfRun run, ReadingOptions options) => run.ExitCode switch
    {
        0 => null,
        127 => Problems.NoPdfProgram(),
        3 => Problems.HasPassword("PDF"),
        _ when run.Messages.Contains("Incorrect password", StringComparison.Ordinal) => Problems.HasPassword("PDF"),
        // Killed by a limit, or thrown out of the allocator.
        > 127 => Problems.PdfOutOfMemory(options.PdfMemoryBytes),
        _ when run.Messages.Contains("Out of memory", StringComparison.OrdinalIgnoreCase) => Problems.PdfOutOfMemory(options.PdfMemoryBytes),
        _ => Problems.IsCorrupt("PDF", FirstLine(run.Messages)),
    };

    private static List<string> Warnings(string[] pages, int unmapped)
    {
        var warnings = new List<string>();
        var blank = Enumerable.Range(1, pages.Length).Where(page => string.IsNullOrWhiteSpace(pages[page - 1])).ToList();
        if (blank.Count > 0)
            warnings.Add(Problems.OneLine($"pages without text, blank or scanned: {string.Join(", ", blank.Take(20))}{(blank.Count > 20 ? " …" : "")}"));
        if (unmapped > 0)
            warnings.Add(string.Create(CultureInfo.InvariantCulture, $"{unmapped} characters have no Unicode value in their font"));
        return warnings;
    }

    private static string FirstLine(string messages) =>
        messages.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .FirstOrDefault(line => !line.Contains("Warning", StringComparison.Ordinal))
        ?? "pdftotext cannot open it";
}
