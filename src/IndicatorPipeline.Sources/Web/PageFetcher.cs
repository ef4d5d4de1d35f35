using IndicatorPipeline.Sources.Documents;
using IndicatorPipeline.Sources.Encodings;
using Polly;
using Polly.Retry;

namespace IndicatorPipeline.Sources.Web;

/// <summary>Fetches pages politely: robots.txt, pace, conditional requests, retries, redirects checked one by one. One for each reading.</summary>
internal sealed class PageFetcher : IDisposable
{
    private const int MaxRobotsBytes = 500 << 10;

    private readonly WebOptions options;
    private readonly SingleRequest requests;
    private readonly HostPace pace;
    private readonly ResiliencePipeline<Fetch> retrying;
    private readonly Dictionary<string, (RobotsRules? Rules, Problem? Problem)> robots = new(StringComparer.OrdinalIgnoreCase);

    public PageFetcher(WebOptions options)
    {
        this.options = options;
        requests = new SingleRequest(options);
        pace = new HostPace(options.DelayPerHost);
        retrying = Retrying(options);
    }

    /// <summary>Fetches one address, behind all redirects.</summary>
    /// <param name="address">The address.</param>
    /// <param name="known">The version known, for a conditional request, or null.</param>
    /// <param name="maxBytes">Longest body.</param>
    /// <param name="cancellation">Ends the fetching.</param>
    public async Task<Fetch> FetchAsync(Uri address, KnownVersion? known, long maxBytes, CancellationToken cancellation)
    {
        for (var hop = 0; hop <= options.MaxRedirects; hop++)
        {
            if (WebProblems.OfAddress(address) is { } problem)
                return new NotFetched(problem, MayRetry: false);
            var (rules, unread) = await RobotsAsync(address, cancellation);
            if (unread is not null)
                return new NotFetched(unread, MayRetry: false);
            if (!rules!.Allows(address.PathAndQuery))
                return new NotFetched(WebProblems.RobotsSayNo(address), MayRetry: false);
            var fetch = await SendAsync(address, known, rules.CrawlDelay, maxBytes, cancellation);
            if (fetch is not Redirected redirected)
                return fetch;
            address = redirected.To;
        }

        return new NotFetched(WebProblems.TooManyRedirects(options.MaxRedirects), MayRetry: false);
    }

    public void Dispose() => requests.Dispose();

    private async Task<Fetch> SendAsync(Uri address, KnownVersion? known, TimeSpan? crawlDelay, long maxBytes, CancellationToken cancellation) =>
        await retrying.ExecuteAsync(
            async token =>
            {
                await pace.WaitAsync(address.Authority, crawlDelay, token);
                return await requests.SendAsync(address, known, maxBytes, token);
            },
            cancellation);

    /// <summary>
    /// The rules of the address's site, asked for once in a reading; a site without the file (any 4xx) allows all, one that fails to answer
    /// allows nothing (RFC 9309).
    /// </summary>
    private async Task<(RobotsRules? Rules, Problem? Problem)> RobotsAsync(Uri address, CancellationToken cancellation)
    {
        var site = address.GetLeftPart(UriPartial.Authority);
        if (robots.TryGetValue(site, out var known))
            return known;
        var at = new Uri(site + "/robots.txt");
        Fetch fetch = new Redirected(at);
        for (var hop = 0; hop <= options.MaxRedirects && fetch is Redirected redirected; hop++)
            fetch = WebProblems.OfAddress(redirected.To) is { } problem
                ? new NotFetched(problem, MayRetry: false)
                : await SendAsync(redirected.To, null, null, MaxRobotsBytes, cancellation);
        return robots[site] = fetch switch
        {
            FetchedBody body => (RobotsRules.Parse(TextDecoder.Decode(body.Bytes, "utf-8", out _)?.Text ?? "", options.UserAgent), null),
            NotFetched { Problem.Kind: FailureKind.NotFound or FailureKind.AccessDenied or FailureKind.TooLarge or FailureKind.Empty } =>
                (RobotsRules.None, null),
            NotFetched { Problem: var problem } => (null, problem.Kind == FailureKind.Refused ? problem : WebProblems.NoRobots(problem)),
            _ => (RobotsRules.None, null),
        };
    }

    private static ResiliencePipeline<Fetch> Retrying(WebOptions options)
    {
        if (options.Retries <= 0)
            return ResiliencePipeline<Fetch>.Empty;
        return new ResiliencePipelineBuilder<Fetch>()
            .AddRetry(new RetryStrategyOptions<Fetch>
            {
                MaxRetryAttempts = options.Retries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = options.RetryDelay,
                MaxDelay = options.MaxRetryAfter,
                ShouldHandle = attempt => ValueTask.FromResult(attempt.Outcome.Result is NotFetched { MayRetry: true }),
                // Null leaves the backoff as it is.
                DelayGenerator = attempt => ValueTask.FromResult((attempt.Outcome.Result as NotFetched)?.RetryAfter),
            })
            .Build();
    }
}
