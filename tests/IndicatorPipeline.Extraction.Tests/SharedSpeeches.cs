namespace IndicatorPipeline.Extraction.Tests;

/// <summary>The real speeches that lie beside the repository, never in it. Tests over them are skipped where they are absent.</summary>
internal static class SharedSpeeches
{
    /// <summary>Their folder, or null.</summary>
    public static string? Folder { get; } = Find();

    /// <summary>All text files, by path.</summary>
    public static IEnumerable<string> Texts =>
        Folder is null ? [] : Directory.EnumerateFiles(Folder, "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    public static SourceDocument Document(string path) => new()
    {
        Id = Path.GetFileNameWithoutExtension(path),
        FileName = Path.GetFileName(path),
        Text = File.ReadAllText(path),
    };

    public static SourceDocument Named(string name) => Document(Path.Combine(Folder!, name));

    private static string? Find()
    {
        var shared = SourceTree.Path("..", "shared", "speeches");
        return Directory.Exists(shared) ? Path.GetFullPath(shared) : null;
    }
}
