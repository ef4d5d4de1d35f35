using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IndicatorPipeline.Sources.Tests.Web;

/// <summary>A web site on a free port of the loopback address, whose pages the test makes.</summary>
internal sealed class Site : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, Func<HttpContext, Task>> pages = new(StringComparer.Ordinal);

    private Site(WebApplication app) => this.app = app;

    /// <summary>Path and start of every request, in order.</summary>
    public ConcurrentQueue<(string Path, long Start)> Requests { get; } = new();

    public string Root => app.Urls.Single();

    /// <summary>Options that may read the site, quickly.</summary>
    public static WebOptions Quick { get; } =
        new() { AllowPrivateAddresses = true, DelayPerHost = TimeSpan.Zero, RetryDelay = TimeSpan.FromMilliseconds(1), Retries = 2 };

    public static async Task<Site> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(server => server.Listen(System.Net.IPAddress.Loopback, 0));
        var app = builder.Build();
        var site = new Site(app);
        app.Run(site.AnswerAsync);
        await app.StartAsync();
        return site;
    }

    public Site Page(string path, Func<HttpContext, Task> answer)
    {
        pages[path] = answer;
        return this;
    }

    public Site Page(string path, string text, string contentType = "text/plain; charset=utf-8") =>
        Page(path, context =>
        {
            context.Response.ContentType = contentType;
            return context.Response.WriteAsync(text);
        });

    /// <summary>How often the path was asked for.</summary>
    public int Count(string path) => Requests.Count(request => request.Path == path);

    public async Task<List<ReadResult>> ReadAsync(
        string path, WebOptions? web = null, Func<string, KnownVersion?>? known = null, long maxBytes = 64 << 20) =>
        await new SourceReader(new ReadingOptions { Web = web ?? Quick, Known = known, MaxDocumentBytes = maxBytes }).ReadAsync(Root + path)
            .ToListAsync();

    public async Task<ReadFailure> FailureAsync(string path, WebOptions? web = null, long maxBytes = 64 << 20) =>
        Assert.IsType<ReadFailure>(Assert.Single(await ReadAsync(path, web, maxBytes: maxBytes)));

    public async ValueTask DisposeAsync()
    {
        using var soon = new CancellationTokenSource(TimeSpan.Zero);
        await app.StopAsync(soon.Token);
        await app.DisposeAsync();
    }

    private Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path + context.Request.QueryString.ToString();
        Requests.Enqueue((path, Stopwatch.GetTimestamp()));
        if (pages.TryGetValue(path, out var answer))
            return answer(context);
        context.Response.StatusCode = 404;
        return Task.CompletedTask;
    }
}
