namespace IndicatorPipeline.Sources.Encodings;

/// <summary>Bytes as text.</summary>
/// <param name="Text">The text, without a byte order mark and otherwise unchanged.</param>
/// <param name="Encoding">The encoding and how it is known.</param>
/// <param name="Warning">What was lost, or null for nothing.</param>
internal sealed record Decoded(string Text, TextEncoding Encoding, string? Warning)
{
    public IReadOnlyList<string> Warnings => Warning is null ? [] : [Warning];
}
