namespace IndicatorPipeline.Extraction.Tests;

/// <summary>A test over the real speeches beside the repository; skipped where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute()
    {
        if (SharedSpeeches.Folder is null) Skip = "../shared/speeches is not here";
    }
}
