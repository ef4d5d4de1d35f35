namespace IndicatorPipeline.Browser.Tests.Hosting;

/// <summary>The browser of this machine; the tests download none.</summary>
internal static class Chromium
{
    /// <summary>Keeps the browser to the pages it is sent to.</summary>
    public static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync",
    ];

    public static string? Path { get; } =
        new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);
}
