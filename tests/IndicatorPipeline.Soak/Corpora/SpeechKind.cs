namespace IndicatorPipeline.Soak.Corpora;

/// <summary>What becomes of a file of the corpus.</summary>
internal enum SpeechKind
{
    /// <summary>A speech of its own.</summary>
    Ordinary,

    /// <summary>An earlier speech word for word, under another name.</summary>
    Copy,

    /// <summary>Rewritten while the work is under way.</summary>
    Changed,

    /// <summary>There only from the second night on.</summary>
    Later,

    /// <summary>Poisoned in the first night, whole in the second.</summary>
    Healed,

    /// <summary>No byte.</summary>
    Empty,

    /// <summary>A Word file that was cut off.</summary>
    CutOff,

    /// <summary>Neither text nor a format.</summary>
    Noise,

    /// <summary>Read well, but the database refuses a row of it.</summary>
    Refused,

    /// <summary>Read well, but whichever session saves it is ended by the server, every time.</summary>
    SessionKiller,
}
