using System.Globalization;

namespace IndicatorPipeline.Sources.Documents;

/// <summary>Every reason and remedy that a reader reports, in one place; each method names the value and what to do.</summary>
internal static class Problems
{
    public static Problem NoSuchFile() =>
        new(FailureKind.NotFound, "no such file or folder", "check the path");

    public static Problem NothingMatches() =>
        new(FailureKind.NotFound, "no file matches the pattern", "check the pattern; ** crosses folders, * does not");

    public static Problem EmptyFolder() =>
        new(FailureKind.NotFound, "the folder holds no files", "check the path; names that start with a dot are passed over");

    public static Problem MayNotRead(string what) =>
        new(FailureKind.AccessDenied, $"no permission to read the {what}", "run as a user who may read it, or chmod it");

    public static Problem DiskFailed(string message) =>
        new(FailureKind.Unreachable, $"reading failed: {FirstSentence(message)}", "check the disk or the mount and run again");

    public static Problem NoBytes() =>
        new(FailureKind.Empty, "no bytes", "fetch it again, or remove it");

    public static Problem NoText(string what) =>
        new(FailureKind.Empty, $"the {what} holds no text", "open it and look; remove it if it is meant to be empty");

    public static Problem IsFrameset(IEnumerable<string> frames) =>
        new(FailureKind.Empty, OneLine($"the page only holds frames: {string.Join(", ", frames.Take(5))}"), "read the pages that the frames name");

    public static Problem IsBinary() =>
        new(FailureKind.Binary, "the bytes are neither text nor a known format", "convert it to text, HTML, DOCX or PDF, or remove it");

    public static Problem NoEncodingFits(long offset) =>
        new(FailureKind.Undecodable, $"no plausible text in UTF-8, GB18030 or Big5 (first byte that is not UTF-8 at {Number(offset)})",
            "convert it to UTF-8, for example iconv -f ENCODING -t UTF-8");

    public static Problem TooManyBytes(long limit) =>
        new(FailureKind.TooLarge, $"more than {Number(limit)} bytes in one document", "split it, or raise MaxDocumentBytes");

    public static Problem UnpacksTooFar(long unpacked, long packed) =>
        new(FailureKind.Bomb, $"unpacks to more than {Number(unpacked)} bytes from {Number(packed)}",
            "unpack it by hand if it is honest, or raise MaxUnpackedBytes or MaxUnpackedRatio");

    public static Problem TooManyMembers(int members, int limit) =>
        new(FailureKind.Bomb, $"{Number(members)} members, over the limit of {Number(limit)}", "unpack it by hand, or raise MaxMembers");

    public static Problem NestsTooDeep(int limit) =>
        new(FailureKind.Bomb, $"an archive inside {Number(limit)} others", "unpack the outer ones by hand, or raise MaxNesting");

    public static Problem IsCorrupt(string format, string message) =>
        new(FailureKind.Corrupt, $"broken {format}: {FirstSentence(message)}", "fetch it again, or open and save it with the program that made it");

    public static Problem HasPassword(string format) =>
        new(FailureKind.Encrypted, $"the {format} is locked with a password", "open it with the password and save it without one");

    public static Problem NeedsConversion(string format, string remedy) =>
        new(FailureKind.Unsupported, $"{format} is not read", remedy);

    public static Problem IsPicture(string format) =>
        new(FailureKind.NeedsOcr, $"a picture ({format}), not text", "run it through OCR, for example tesseract -l chi_sim");

    public static Problem TooSlow(string format, TimeSpan limit) =>
        new(FailureKind.Timeout, $"the {format} took longer than {Number((long)limit.TotalSeconds)} seconds", "split it, or raise PdfTimeout");

    public static Problem IsScan(int pages) =>
        new(FailureKind.NeedsOcr, $"the PDF has {Number(pages)} {(pages == 1 ? "page" : "pages")} and no text: it is a scan",
            "run it through OCR, for example ocrmypdf -l chi_sim FILE FILE");

    public static Problem HasNoUnicode() =>
        new(FailureKind.NeedsOcr, "the PDF's fonts do not say which characters they draw",
            "run it through OCR, for example ocrmypdf --force-ocr -l chi_sim FILE FILE");

    public static Problem NoPdfProgram() =>
        new(FailureKind.MissingTool, "pdftotext is not installed", "apt-get install poppler-utils poppler-data");

    public static Problem NoPdfData() =>
        new(FailureKind.MissingTool, "the PDF has Chinese fonts that only poppler-data can map, and it is not installed",
            "apt-get install poppler-data");

    public static Problem PdfOutOfMemory(long limit) =>
        new(FailureKind.TooLarge, $"the PDF needs more than {Number(limit)} bytes of memory or more time than allowed",
            "split it, or raise PdfMemoryBytes or PdfTimeout");

    public static Problem NoTextColumn(IEnumerable<string> columns) =>
        new(FailureKind.BadRecord, $"no text column among {OneLine(string.Join(", ", columns.Take(20)))}",
            "rename the column that holds the text to 'text'");

    public static Problem BadRow(string message) =>
        new(FailureKind.BadRecord, OneLine(message), "correct the row; the others were read");

    public static Problem RowTooLong(int limit) =>
        new(FailureKind.TooLarge, $"a row of more than {Number(limit)} bytes", "split it, or raise MaxRecordBytes");

    /// <summary>A message of another library as one line of bounded length.</summary>
    public static string OneLine(string message)
    {
        var line = string.Join(' ', message.Split((char[])['\r', '\n', '\t', '\0'],
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        return line.Length <= 200 ? line : string.Concat(line.AsSpan(0, 199), "…");
    }

    /// <summary>The first sentence of another library's message: the rest speaks to its programmer.</summary>
    public static string FirstSentence(string message)
    {
        var line = OneLine(message);
        var end = line.IndexOf(". ", StringComparison.Ordinal);
        return (end > 0 ? line[..end] : line).TrimEnd('.');
    }

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
