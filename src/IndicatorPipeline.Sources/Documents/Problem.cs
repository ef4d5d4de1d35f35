namespace IndicatorPipeline.Sources.Documents;

/// <summary>Why bytes are no document.</summary>
/// <param name="Kind">What kind of failure.</param>
/// <param name="Reason">One line without the path.</param>
/// <param name="Remedy">What to do, in one line.</param>
internal sealed record Problem(FailureKind Kind, string Reason, string Remedy) : Reading
{
    public ReadFailure At(string path) => new(path, Kind, Reason, Remedy);
}
