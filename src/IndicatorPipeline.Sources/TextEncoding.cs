namespace IndicatorPipeline.Sources;

/// <summary>The character encoding of a document's raw bytes.</summary>
/// <param name="Name">Lower-case IANA name: <c>utf-8</c>, <c>utf-16le</c>, <c>gb18030</c>, <c>big5</c> …</param>
/// <param name="Evidence">How it is known.</param>
public readonly record struct TextEncoding(string Name, EncodingEvidence Evidence);
