namespace IndicatorPipeline.Extraction;

/// <summary>Whether a number was promised or reached.</summary>
public enum Status
{
    /// <summary>A goal, plan, task, forecast or promise for a period not yet over.</summary>
    Target,

    /// <summary>A reported outcome or a present state.</summary>
    Actual,

    /// <summary>An outcome of a period that is ending, given as 预计.</summary>
    Estimate,
}
