using IndicatorPipeline.Api.Tests.Hosting;
using Microsoft.Playwright;

namespace IndicatorPipeline.Browser.Tests.Hosting;

/// <summary>One browser and one seeded API for all tests.</summary>
public sealed class Browsing : IAsyncLifetime
{
    private readonly SeededApi api = new();
    private IPlaywright? playwright;
    private IBrowser? browser;

    public Uri Address => api.Server.Address;

    public async Task InitializeAsync()
    {
        if (new BrowserFactAttribute().Skip is not null)
        {
            return;
        }

        await api.InitializeAsync();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium.Path ?? throw new InvalidOperationException("Chromium is not installed: apt-get install chromium"),
            Args = Chromium.Arguments,
        });
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        await api.DisposeAsync();
    }

    /// <summary>A fresh page at a path, watched for whatever it should not do.</summary>
    public async Task<WatchedPage> OpenAsync(string path, int width = 1280, int height = 900)
    {
        var context = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            Locale = "en-GB",
        });
        var page = await context.NewPageAsync();
        var watched = new WatchedPage(page, Address);
        await page.GotoAsync(new Uri(Address, path).AbsoluteUri);
        return watched;
    }
}
