namespace IndicatorPipeline.Storage.Failures;

/// <summary>Where a document failed.</summary>
public enum FailureStage
{
    /// <summary>Getting its bytes.</summary>
    Fetch,

    /// <summary>Decoding its bytes.</summary>
    Read,

    /// <summary>Extracting its observations.</summary>
    Extract,

    /// <summary>Storing them.</summary>
    Save,
}
