namespace IndicatorPipeline.Soak.Corpora;

/// <summary>A file of the corpus.</summary>
/// <param name="Number">Its number; with the seed it determines the content.</param>
/// <param name="Kind">What becomes of it.</param>
/// <param name="Path">Below the corpus' folder.</param>
internal sealed record SoakDocument(int Number, SpeechKind Kind, string Path)
{
    /// <summary>Where it must be among the failures at the end: the stage; null if it must be in.</summary>
    public string? FailsAt => Kind switch
    {
        SpeechKind.Empty or SpeechKind.CutOff or SpeechKind.Noise => "read",
        SpeechKind.Refused => "save",
        SpeechKind.SessionKiller => "extract",
        _ => null,
    };
}
