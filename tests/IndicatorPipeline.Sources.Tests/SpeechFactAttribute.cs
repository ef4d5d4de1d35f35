namespace IndicatorPipeline.Sources.Tests;

/// <summary>A test that reads the speeches beside the repository; passed over where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SpeechFactAttribute : FactAttribute
{
    public SpeechFactAttribute() => Skip = Folder is null ? "../shared/speeches is absent" : null;

    /// <summary>The folder, or null.</summary>
    public static string? Folder { get; } = Find();

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "shared", "speeches") is var speeches && Directory.Exists(speeches))
                return speeches;
        return null;
    }
}
