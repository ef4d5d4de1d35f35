using System.Diagnostics;

namespace IndicatorPipeline.Sources.Web;

/// <summary>Keeps the time between the starts of two requests to one host. For one reading only, which fetches one page after the other.</summary>
internal sealed class HostPace(TimeSpan shortest)
{
    /// <summary>Longest Crawl-delay that is kept.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, long> lastStarts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits until the host may be asked again, and counts that as asked.</summary>
    public async Task WaitAsync(string host, TimeSpan? crawlDelay, CancellationToken cancellation)
    {
        var delay = crawlDelay is { } asked && asked > shortest ? (asked < Longest ? asked : Longest) : shortest;
        if (lastStarts.TryGetValue(host, out var last))
            while (delay - Stopwatch.GetElapsedTime(last) is var left && left > TimeSpan.Zero)
                await Task.Delay(left, cancellation);
        lastStarts[host] = Stopwatch.GetTimestamp();
    }
}
