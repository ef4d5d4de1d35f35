namespace IndicatorPipeline.Sources;

/// <summary>Why something could not be read. <see cref="FailureKindCodes.Code"/> gives the names for storage and tables.</summary>
public enum FailureKind
{
    /// <summary>No such file, no file matches the pattern, or the server says 404 or 410.</summary>
    NotFound,

    /// <summary>The file or folder may not be read by this user, or the server says 401 or 403.</summary>
    AccessDenied,

    /// <summary>No bytes, or nothing but white space and markup.</summary>
    Empty,

    /// <summary>Not text, and of no format that is known.</summary>
    Binary,

    /// <summary>Text in no encoding that fits.</summary>
    Undecodable,

    /// <summary>Pictures of text: a scanned PDF, an image.</summary>
    NeedsOcr,

    /// <summary>Locked with a password.</summary>
    Encrypted,

    /// <summary>Over a size limit of <see cref="ReadingOptions"/>.</summary>
    TooLarge,

    /// <summary>An archive that unpacks to far more than it can honestly hold, or nests too deep.</summary>
    Bomb,

    /// <summary>Of a known format, but broken.</summary>
    Corrupt,

    /// <summary>A time limit ran out.</summary>
    Timeout,

    /// <summary>A known format that is not read; the remedy says what to convert it to.</summary>
    Unsupported,

    /// <summary>A program or its data that the reader needs is not installed.</summary>
    MissingTool,

    /// <summary>A row of a dump that is no record, or a dump without a text column.</summary>
    BadRecord,

    /// <summary>An address that may not be fetched: a private network, another scheme, or the site's robots.txt says no.</summary>
    Refused,

    /// <summary>The disk, the network or the server failed, also after the retries.</summary>
    Unreachable,
}
