namespace IndicatorPipeline.Sources;

/// <summary>How to read. Immutable; the defaults suit a folder of speeches on a machine with 1 GiB to spare.</summary>
public sealed record ReadingOptions
{
    /// <summary>The defaults.</summary>
    public static ReadingOptions Default { get; } = new();

    /// <summary>
    /// Finds the stored version of a path (<see cref="ReadResult.Path"/>); a file, archive member or page with the same bytes gives <see
    /// cref="ReadUnchanged"/>. Rows of dumps are always read. Null, the default, reads everything; so must a caller whose stored text came from an
    /// older <see cref="SourceReader.Version"/>.
    /// </summary>
    public Func<string, KnownVersion?>? Known { get; init; }

    /// <summary>
    /// Name of the text column of dumps; null, the default, takes the first of <c>text</c>, <c>content</c>, <c>body</c>, <c>正文</c>,
    /// <c>内容</c> … that is there.
    /// </summary>
    public string? TextColumn { get; init; }

    /// <summary>Largest document in bytes, packed or not, held in memory as a whole. The default is 64 MiB.</summary>
    public long MaxDocumentBytes { get; init; } = 64L << 20;

    /// <summary>Longest row of a dump in bytes. The default is 16 MiB.</summary>
    public int MaxRecordBytes { get; init; } = 16 << 20;

    /// <summary>Most bytes that one archive or compressed dump may unpack to, nested ones counted in. The default is 16 GiB.</summary>
    public long MaxUnpackedBytes { get; init; } = 16L << 30;

    /// <summary>Greatest ratio of unpacked to packed bytes, looked at from 16 MiB unpacked on. The default is 200.</summary>
    public int MaxUnpackedRatio { get; init; } = 200;

    /// <summary>Most members of one archive. The default is 100,000.</summary>
    public int MaxMembers { get; init; } = 100_000;

    /// <summary>How deep archives may nest; 1 allows no archive in an archive. The default is 3.</summary>
    public int MaxNesting { get; init; } = 3;

    /// <summary>Longest time that one PDF may take. The default is 60 seconds.</summary>
    public TimeSpan PdfTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Most memory that the PDF program may take, in bytes. The default is 1 GiB.</summary>
    public long PdfMemoryBytes { get; init; } = 1L << 30;

    /// <summary>How to fetch from the web.</summary>
    public WebOptions Web { get; init; } = WebOptions.Default;
}
