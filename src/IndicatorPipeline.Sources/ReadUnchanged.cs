namespace IndicatorPipeline.Sources;

/// <summary>A document that is the version already known to <see cref="ReadingOptions.Known"/>; it was not read again.</summary>
public sealed record ReadUnchanged : ReadResult
{
    internal ReadUnchanged(string path, KnownVersion version)
        : base(path)
        => Version = version;

    /// <summary>The version as known, with newer validators where the server sent any.</summary>
    public KnownVersion Version { get; }
}
