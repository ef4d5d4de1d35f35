namespace IndicatorPipeline.Extraction.Tables;

/// <summary>A name of a unit in texts.</summary>
/// <param name="Code">Code of the base unit.</param>
/// <param name="Factor">Base units in one of this unit.</param>
/// <param name="Dimension">What it measures.</param>
internal sealed record UnitTerm(string Code, decimal Factor, Dimension Dimension)
{
    /// <summary>Whether a factor has to be applied.</summary>
    public bool IsBase { get; } = Factor == 1m;
}
