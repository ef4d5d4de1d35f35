using IndicatorPipeline.Testing;

namespace IndicatorPipeline.Cli.Tests;

/// <summary>A theory on the annotated speeches beside the repository: skipped where they are not.</summary>
public sealed class SharedTheoryAttribute : TheoryAttribute
{
    public SharedTheoryAttribute() => Skip = Directory.Exists(Folder + "/gold") ? null : $"there are no annotated speeches in {Folder}";

    /// <summary>The folder that holds <c>gold</c> and <c>speeches</c>.</summary>
    public static string Folder { get; } = Environment.GetEnvironmentVariable("INDICATORS_SHARED")
        ?? Path.GetFullPath(Path.Combine(Repository.Root, "../shared"));
}
