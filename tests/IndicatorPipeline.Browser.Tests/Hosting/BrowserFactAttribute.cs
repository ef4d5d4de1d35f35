using IndicatorPipeline.Testing;

namespace IndicatorPipeline.Browser.Tests.Hosting;

/// <summary>A test that needs the built page, Chromium and PostgreSQL: skipped where one is missing, but failing there on CI.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = PostgresCluster.Missing ?? FindMissing();

    private static string? FindMissing() =>
        Environment.GetEnvironmentVariable("CI") == "true" ? null
        : Chromium.Path is null ? "Chromium is not installed: apt-get install chromium"
        : !File.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot", "index.html")) ? "the page is not built: run scripts/page and build again"
        : null;
}
