using IndicatorPipeline.Testing;

namespace IndicatorPipeline.Api.Tests.Hosting;

/// <summary>A test that needs a client of the API besides PostgreSQL: skipped where the client is not installed, but failing there on CI.</summary>
/// <param name="path">A file or directory that is there when the client is.</param>
/// <param name="package">What to install.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ToolFactAttribute : FactAttribute
{
    public const string Pandas = "/usr/lib/python3/dist-packages/pandas";
    public const string R = "/usr/bin/Rscript";
    public const string Rsdmx = "/usr/lib/R/site-library/rsdmx";

    /// <summary>Found on the path: it comes with Node.js, wherever that was installed.</summary>
    public const string Npm = "npm";

    public ToolFactAttribute(string path, string package) =>
        Skip = PostgresCluster.Missing
            ?? (IsThere(path) || Environment.GetEnvironmentVariable("CI") == "true" ? null : $"{path} is not there: install {package}");

    private static bool IsThere(string path) => Path.IsPathRooted(path)
        ? Path.Exists(path)
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, path)));
}
