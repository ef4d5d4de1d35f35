namespace IndicatorPipeline.Sources;

/// <summary>Something that could not be read. The reading of the rest goes on.</summary>
public sealed record ReadFailure : ReadResult
{
    internal ReadFailure(string path, FailureKind kind, string reason, string remedy)
        : base(path)
    {
        Kind = kind;
        Reason = reason;
        Remedy = remedy;
    }

    /// <summary>What kind of failure.</summary>
    public FailureKind Kind { get; }

    /// <summary>Why, in one line without the path (<c>the PDF has 12 pages and no text: it is a scan</c>).</summary>
    public string Reason { get; }

    /// <summary>What to do about it, in one line (<c>run it through OCR, for example ocrmypdf -l chi_sim</c>).</summary>
    public string Remedy { get; }
}
