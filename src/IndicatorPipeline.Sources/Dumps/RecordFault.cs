namespace IndicatorPipeline.Sources.Dumps;

/// <summary>Why a record could not be separated from its neighbours.</summary>
internal enum RecordFault
{
    None,

    /// <summary>Longer than the limit.</summary>
    TooLong,

    /// <summary>A quote was opened and never closed.</summary>
    OpenQuote,

    /// <summary>Something else than an object stands between the elements of a JSON array.</summary>
    Stray,

    /// <summary>The dump ends within a JSON element.</summary>
    Cut,
}
