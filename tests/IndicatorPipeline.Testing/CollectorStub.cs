using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace IndicatorPipeline.Testing;

/// <summary>A collector of OpenTelemetry that keeps what is sent to it by OTLP over HTTP.</summary>
public sealed class CollectorStub : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<(string Path, byte[] Body)> _received = new();
    private readonly Task _serving;

    public CollectorStub()
    {
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Address = new Uri($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/");
        }

        _listener.Prefixes.Add(Address.AbsoluteUri);
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>Where to send to.</summary>
    public Uri Address { get; }

    /// <summary>The variables that make a program send here.</summary>
    public IReadOnlyDictionary<string, string> Variables => new Dictionary<string, string>
    {
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = Address.AbsoluteUri,
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        ["OTEL_METRIC_EXPORT_INTERVAL"] = "500",
        ["OTEL_BSP_SCHEDULE_DELAY"] = "500",
    };

    /// <summary>Whether something with this word was sent: a name of a metric or span, an attribute.</summary>
    /// <param name="path"><c>/v1/traces</c> or <c>/v1/metrics</c>.</param>
    /// <param name="word">Protobuf holds text as it is.</param>
    public bool Has(string path, string word) =>
        _received.Any(one => one.Path == path && one.Body.AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) >= 0);

    /// <summary>Returns when something with this word was sent; only five minutes without it are a failure.</summary>
    public async Task UntilAsync(string path, string word)
    {
        for (var tries = 0; !Has(path, word); tries++)
        {
            if (tries == 3000) throw new TimeoutException($"nothing with '{word}' was sent to {path}");
            await Task.Delay(100);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving;
        _listener.Close();
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                using var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body);
                _received.Enqueue((context.Request.Url!.AbsolutePath, body.ToArray()));
                context.Response.ContentType = "application/x-protobuf";
                context.Response.Close();
            }
            catch (Exception ended) when (ended is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
            catch (IOException)
            {
                // Whoever sent it did not wait for the end of the answer, and sends it again.
            }
        }
    }
}
