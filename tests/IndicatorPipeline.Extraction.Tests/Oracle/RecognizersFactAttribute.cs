namespace IndicatorPipeline.Extraction.Tests.Oracle;

/// <summary>A test against the official Recognizers; skipped where npm cannot restore them.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RecognizersFactAttribute : FactAttribute
{
    public RecognizersFactAttribute()
    {
        if (!Recognizers.CanRun) Skip = "npm cannot restore @microsoft/recognizers-text-number 1.3.1 here";
    }
}
