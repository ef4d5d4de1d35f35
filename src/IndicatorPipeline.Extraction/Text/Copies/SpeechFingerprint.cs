using System.Buffers.Binary;

namespace IndicatorPipeline.Extraction.Text.Copies;

/// <summary>What is kept of a speech's text to find its copies: a hash, a sample of its wording and a sample of its numbers. About two kilobytes.</summary>
/// <remarks>Furniture is left out, so that two sites' copies of one speech meet. Digits are kept: reports of two years never meet.</remarks>
public sealed class SpeechFingerprint : IEquatable<SpeechFingerprint>
{
    internal const int HashLength = 32;
    internal const int MostShingles = 512;
    internal const int MostNumerals = 128;

    private const byte Format = 1;
    private const int HeadLength = 1 + HashLength + 4;

    // Enough for two copies of a report to share one, few enough for an index.
    private const int MostAnchors = 128;

    private readonly byte[] hash;

    internal SpeechFingerprint(byte[] hash, int length, Sketch shingles, Sketch numerals)
    {
        this.hash = hash;
        Length = length;
        Shingles = shingles;
        Numerals = numerals;
    }

    /// <summary>SHA-256 of the folded text.</summary>
    public ReadOnlySpan<byte> Hash => hash;

    /// <summary>Characters of the text without blanks and furniture.</summary>
    public int Length { get; }

    /// <summary>Hashes for an index: two copies of a speech, or a speech and an excerpt of some length, share at least one, other speeches hardly ever any.</summary>
    public IReadOnlyList<int> Anchors
    {
        get
        {
            var anchors = new int[Math.Min(MostAnchors, Shingles.Values.Length)];
            for (var i = 0; i < anchors.Length; i++) anchors[i] = unchecked((int)Shingles.Values[i]);
            return anchors;
        }
    }

    internal Sketch Shingles { get; }

    internal Sketch Numerals { get; }

    /// <summary>The fingerprint of one speech of a document's text as decoded.</summary>
    public static SpeechFingerprint Of(string text, Speech speech)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(speech);
        var reader = new FingerprintReader(speech.Span.Length);
        if (speech.Sections.Count == 0) reader.Read(speech.Span.In(text));
        foreach (var section in speech.Sections)
        {
            if (section.Kind != SectionKind.Furniture) reader.Read(section.Span.In(text));
        }

        return reader.Fingerprint();
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <exception cref="ArgumentException">The bytes are no fingerprint, or one of another version.</exception>
    public static SpeechFingerprint FromBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeadLength || bytes[0] != Format) throw new ArgumentException($"These {bytes.Length} bytes are no speech fingerprint of format {Format}", nameof(bytes));
        var rest = bytes[HeadLength..];
        if (!Sketch.TryRead(ref rest, MostShingles, out var shingles) || !Sketch.TryRead(ref rest, MostNumerals, out var numerals) || !rest.IsEmpty)
            throw new ArgumentException($"These {bytes.Length} bytes are a damaged speech fingerprint", nameof(bytes));
        return new SpeechFingerprint(bytes.Slice(1, HashLength).ToArray(), BinaryPrimitives.ReadInt32LittleEndian(bytes[(1 + HashLength)..]), shingles, numerals);
    }

    /// <summary>The fingerprint as bytes, for the database.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[HeadLength + Shingles.Size + Numerals.Size];
        bytes[0] = Format;
        hash.CopyTo(bytes, 1);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(1 + HashLength), Length);
        var at = HeadLength + Shingles.Write(bytes.AsSpan(HeadLength));
        Numerals.Write(bytes.AsSpan(at));
        return bytes;
    }

    /// <summary>How this speech and <paramref name="other"/> are related; the order does not matter. Of an excerpt, the shorter is the part.</summary>
    public CopyKind Compare(SpeechFingerprint other) => CopyRule.Compare(this, other);

    /// <inheritdoc/>
    public bool Equals(SpeechFingerprint? other) => other is not null && Hash.SequenceEqual(other.Hash);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SpeechFingerprint);

    /// <inheritdoc/>
    public override int GetHashCode() => BinaryPrimitives.ReadInt32LittleEndian(hash);

    /// <inheritdoc/>
    public override string ToString() => Convert.ToHexStringLower(hash);
}
