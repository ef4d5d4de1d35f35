namespace IndicatorPipeline.Extraction.Tests;

/// <summary>The repository that the running tests were built from.</summary>
internal static class SourceTree
{
    /// <summary>The top directory.</summary>
    public static string Root { get; } = Find();

    /// <summary>A path below the top directory.</summary>
    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "IndicatorPipeline.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException($"no IndicatorPipeline.sln above {AppContext.BaseDirectory}: tests run from within the repository");
    }
}
