namespace IndicatorPipeline.Sources;

/// <summary>How a document's encoding is known, the surest first.</summary>
public enum EncodingEvidence
{
    /// <summary>The format itself fixes it (DOCX, PDF, JSON).</summary>
    Format,

    /// <summary>A byte order mark; it is not part of the text.</summary>
    ByteOrderMark,

    /// <summary>The bytes are valid UTF-8 (or pure ASCII), which text in another encoding practically never is.</summary>
    ValidUtf8,

    /// <summary>The document or the server declares it, and the bytes are valid in it.</summary>
    Declared,

    /// <summary>Chosen as the more plausible of those in which the bytes are valid.</summary>
    Plausible,
}
