namespace IndicatorPipeline.Extraction;

/// <summary>Where an indicator stands in the catalogue.</summary>
public enum Tier
{
    /// <summary>One of the founding codes, which outside readers and the annotated files rely on.</summary>
    Core,

    /// <summary>Named by reports beyond the founding codes; its observations have no core code.</summary>
    Open,
}
