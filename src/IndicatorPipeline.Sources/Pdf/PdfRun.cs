namespace IndicatorPipeline.Sources.Pdf;

/// <summary>What <c>pdftotext</c> gave.</summary>
/// <param name="ExitCode">0 for success, 1 for a PDF that cannot be opened, 3 for one that may not be copied from, 127 for a program not found, above
/// 127 for a signal.</param>
/// <param name="Output">UTF-8 text, a form feed behind each page.</param>
/// <param name="Messages">What it said on standard error.</param>
internal sealed record PdfRun(int ExitCode, byte[] Output, string Messages);
