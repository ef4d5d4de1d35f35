using System.Net;
using System.Net.Http.Headers;
using IndicatorPipeline.Sources.Documents;

namespace IndicatorPipeline.Sources.Web;

/// <summary>Sends one request and reads its answer. No redirects, no proxy (its address would be the one that is checked), no cookies.</summary>
internal sealed class SingleRequest : IDisposable
{
    private readonly WebOptions options;
    private readonly HttpClient client;

    public SingleRequest(WebOptions options)
    {
        this.options = options;
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = options.Timeout,
            ConnectCallback = (context, token) => AddressGuard.ConnectAsync(context.DnsEndPoint, options.AllowPrivateAddresses, token),
        };
        // The timeout is kept below, for the body too.
        client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    public async Task<Fetch> SendAsync(Uri address, KnownVersion? known, long maxBytes, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(options.Timeout);
        try
        {
            using var request = Request(address, known);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            return await ReadAsync(address, known, response, maxBytes, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new NotFetched(WebProblems.TooSlow(options.Timeout), MayRetry: true);
        }
        catch (HttpRequestException failed) when (failed.InnerException is RefusedAddressException refused)
        {
            return new NotFetched(WebProblems.IsPrivate(refused.Address), MayRetry: false);
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException or InvalidDataException)
        {
            return new NotFetched(WebProblems.Failed(failed), MayRetry: true);
        }
    }

    public void Dispose() => client.Dispose();

    private HttpRequestMessage Request(Uri address, KnownVersion? known)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        // Not validated: what the server sent is given back word for word, however it looks.
        request.Headers.TryAddWithoutValidation("User-Agent", options.UserAgent);
        request.Headers.TryAddWithoutValidation("Accept",
            "text/html, application/xhtml+xml, application/pdf, application/*;q=0.8, text/*;q=0.8, */*;q=0.5");
        request.Headers.TryAddWithoutValidation("Accept-Language", "zh-CN, zh;q=0.9, *;q=0.5");
        if (known?.ETag is { } tag)
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        if (known?.LastModified is { } modified)
            request.Headers.TryAddWithoutValidation("If-Modified-Since", modified);
        return request;
    }

    private async Task<Fetch> ReadAsync(Uri address, KnownVersion? known, HttpResponseMessage response, long maxBytes, CancellationToken cancellation)
    {
        var retrieval = new Retrieval(address, DateTimeOffset.UtcNow, Header(response, "ETag"), Header(response, "Last-Modified"));
        switch (response.StatusCode)
        {
            case HttpStatusCode.OK:
                break;
            case HttpStatusCode.NotModified when known is not null:
                return new FetchedUnchanged(FileName(address, response), retrieval);
            case HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
                or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect:
                return response.Headers.Location is { } location && Uri.TryCreate(address, location, out var to)
                    ? new Redirected(to)
                    : new NotFetched(WebProblems.BadStatus(response.StatusCode), MayRetry: false);
            default:
                return WebProblems.OfStatus(response.StatusCode, RetryAfter(response), options.MaxRetryAfter);
        }

        if (response.Content.Headers.ContentLength > maxBytes)
            return new NotFetched(Problems.TooManyBytes(maxBytes), MayRetry: false);
        await using var body = await response.Content.ReadAsStreamAsync(cancellation);
        using var bytes = new MemoryStream();
        var buffer = new byte[64 << 10];
        int read;
        while ((read = await body.ReadAsync(buffer, cancellation)) > 0)
        {
            if (bytes.Length + read > maxBytes)
                return new NotFetched(Problems.TooManyBytes(maxBytes), MayRetry: false);
            bytes.Write(buffer, 0, read);
        }

        return new FetchedBody(bytes.ToArray(), Header(response.Content.Headers, "Content-Type"), FileName(address, response), retrieval);
    }

    private static TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        var after = response.Headers.RetryAfter;
        var wait = after?.Delta ?? (after?.Date is { } date ? date - DateTimeOffset.UtcNow : null);
        return wait is { } time ? (time > TimeSpan.Zero ? time : TimeSpan.Zero) : null;
    }

    private static string FileName(Uri address, HttpResponseMessage response)
    {
        var disposition = response.Content.Headers.ContentDisposition;
        var given = disposition?.FileNameStar ?? disposition?.FileName?.Trim('"');
        var name = Path.GetFileName((given ?? Uri.UnescapeDataString(address.AbsolutePath)).Replace('\\', '/'));
        name = string.Concat(name.Where(c => !char.IsControl(c)));
        return name.Length > 0 ? name : address.Host;
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        Header(response.Headers, name) ?? Header(response.Content.Headers, name);

    private static string? Header(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? string.Join(", ", values) : null;
}
