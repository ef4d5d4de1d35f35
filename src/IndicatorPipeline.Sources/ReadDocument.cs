using System.Security.Cryptography;
using IndicatorPipeline.Extraction;

namespace IndicatorPipeline.Sources;

/// <summary>A document that was read.</summary>
public sealed record ReadDocument : ReadResult
{
    private readonly Lazy<string> hash;

    /// <param name="path">Where it is.</param>
    /// <param name="raw">The raw bytes.</param>
    internal ReadDocument(string path, byte[] raw)
        : base(path)
    {
        Size = raw.LongLength;
        hash = new Lazy<string>(() => HashOf(raw));
    }

    /// <summary>The document for the engine. Its id is unique among the results of one reading.</summary>
    public required SourceDocument Document { get; init; }

    /// <summary>
    /// SHA-256 of the raw bytes (of the file, the archive's member, the dump's row or the body that the server sent), lower-case hexadecimal; made
    /// when it is first asked for.
    /// </summary>
    public string ContentHash => hash.Value;

    /// <summary>Number of raw bytes.</summary>
    public long Size { get; }

    /// <summary>Media type as found from the content (<c>text/plain</c>, <c>text/html</c>, <c>application/pdf</c> …).</summary>
    public required string MediaType { get; init; }

    /// <summary>The character encoding of the raw bytes and how it is known.</summary>
    public required TextEncoding Encoding { get; init; }

    /// <summary>
    /// Texts that belong to the document but not to its body, in the document's order: footnotes, endnotes, comments, heads and feet.
    /// </summary>
    public IReadOnlyList<ApartText> Apart { get; init; } = [];

    /// <summary>What a page or file says of its own publication, or null. It is not the speech's date or title.</summary>
    public Publication? Publication { get; init; }

    /// <summary>How and when it was fetched, or null for what was not fetched from the web.</summary>
    public Retrieval? Retrieval { get; init; }

    /// <summary>
    /// What a reader of the text should know, one line each: pages without text, bytes that could not be decoded. Empty for a
    /// document read without loss.
    /// </summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    internal static string HashOf(ReadOnlySpan<byte> raw) => Convert.ToHexStringLower(SHA256.HashData(raw));
}
