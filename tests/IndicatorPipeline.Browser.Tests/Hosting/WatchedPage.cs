using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace IndicatorPipeline.Browser.Tests.Hosting;

/// <summary>A page that notes errors in its console and requests to other servers.</summary>
public sealed class WatchedPage : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> wrong = new();

    public WatchedPage(IPage page, Uri server)
    {
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                wrong.Enqueue($"console: {message.Text}");
            }
        };
        page.PageError += (_, error) => wrong.Enqueue($"error: {error}");
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(server.AbsoluteUri, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                wrong.Enqueue($"request: {request.Url}");
            }
        };
    }

    public IPage Page { get; }

    /// <summary>Words of an error that the test itself provokes; null for none.</summary>
    public string? Expected { get; set; }

    /// <summary>Fails if the page did something it should not, and closes it.</summary>
    public async ValueTask DisposeAsync()
    {
        await Page.Context.CloseAsync();
        Assert.Equal("", string.Join('\n', wrong.Where(line => Expected is null || !line.Contains(Expected, StringComparison.Ordinal))));
    }
}
