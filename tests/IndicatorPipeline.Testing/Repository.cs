namespace IndicatorPipeline.Testing;

/// <summary>Where this repository's files are, as seen from a running test.</summary>
public static class Repository
{
    /// <summary>The top directory.</summary>
    public static string Root { get; } = Find();

    /// <summary>A path below the top directory.</summary>
    public static string File(string path) => Path.Combine(Root, path);

    private static string Find()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(directory.FullName, "IndicatorPipeline.sln"))) return directory.FullName;
        }

        throw new InvalidOperationException($"no IndicatorPipeline.sln above {AppContext.BaseDirectory}: tests run from within the repository");
    }
}
