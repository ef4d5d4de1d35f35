namespace IndicatorPipeline.Sources.Tests;

/// <summary>A test that needs pdftotext with poppler-data: without them it fails on CI and is passed over at home.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PopplerFactAttribute : FactAttribute
{
    public PopplerFactAttribute() => Skip = Poppler.SkipReason;
}
