namespace IndicatorPipeline.Sources.Tests;

/// <summary>A theory that needs pdftotext with poppler-data: without them it fails on CI and is passed over at home.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PopplerTheoryAttribute : TheoryAttribute
{
    public PopplerTheoryAttribute() => Skip = Poppler.SkipReason;
}
