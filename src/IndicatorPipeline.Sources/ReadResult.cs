namespace IndicatorPipeline.Sources;

/// <summary>
/// What became of one document of a source: a <see cref="ReadDocument"/>, a <see cref="ReadUnchanged"/> or a
/// <see cref="ReadFailure"/>; there are no others.
/// </summary>
public abstract record ReadResult
{
    private protected ReadResult(string path) => Path = path;

    /// <summary>
    /// Where it is, unique among the results of one reading: the path as reached from the source given (<c>speeches/2025.docx</c>), with the member
    /// of an archive behind <c>!/</c> (<c>a.zip!/b.txt</c>), the line of a dump behind <c>#</c> (<c>dump.jsonl#17</c>), or an address.
    /// </summary>
    public string Path { get; }
}
