namespace IndicatorPipeline.Sources;

/// <summary>How to fetch from the web. Immutable; the defaults are polite.</summary>
public sealed record WebOptions
{
    /// <summary>The defaults.</summary>
    public static WebOptions Default { get; } = new();

    /// <summary>
    /// Whether loopback, link-local, private and other addresses that are not of the open internet may be fetched. The default is no.
    /// </summary>
    public bool AllowPrivateAddresses { get; init; }

    /// <summary>Name sent to servers and looked up in robots.txt.</summary>
    public string UserAgent { get; init; } = "IndicatorPipeline/0.1";

    /// <summary>
    /// Shortest time between the starts of two requests to one host; a longer Crawl-delay of its robots.txt is kept, up to a
    /// minute. The default is 1 second.
    /// </summary>
    public TimeSpan DelayPerHost { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest time for one request with its body. The default is 60 seconds.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How often a failed request is tried again. The default is 4.</summary>
    public int Retries { get; init; } = 4;

    /// <summary>
    /// Wait before the first retry, doubled for each next one; a longer Retry-After of the server is kept, up to <see cref="MaxRetryAfter"/>.
    /// The default is 2 seconds.
    /// </summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Longest Retry-After that is waited for; a longer one fails at once. The default is 2 minutes.</summary>
    public TimeSpan MaxRetryAfter { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Most redirects that are followed, each checked like a first address. The default is 5.</summary>
    public int MaxRedirects { get; init; } = 5;

    /// <summary>Most links taken from one index page. The default is 10,000.</summary>
    public int MaxLinks { get; init; } = 10_000;
}
