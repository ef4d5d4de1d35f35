using IndicatorPipeline.Sources.Documents;
using IndicatorPipeline.Sources.Encodings;

namespace IndicatorPipeline.Sources.PlainText;

/// <summary>Reads a text file: the text is exactly the decoded bytes, line ends and all.</summary>
internal static class PlainTextReader
{
    public static Reading Read(ReadOnlySpan<byte> bytes, string? declaredCharset)
    {
        if (TextDecoder.Decode(bytes, declaredCharset, out var problem) is not { } decoded)
            return problem!;
        return string.IsNullOrWhiteSpace(decoded.Text)
            ? Problems.NoText("file")
            : new Content { Text = decoded.Text, MediaType = "text/plain", Encoding = decoded.Encoding, Warnings = decoded.Warnings };
    }
}
