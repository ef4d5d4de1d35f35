using System.Globalization;

namespace IndicatorPipeline.Sources.Web;

/// <summary>What a site's robots.txt says to one user agent (RFC 9309, and Crawl-delay).</summary>
internal sealed class RobotsRules
{
    private readonly List<(string Pattern, bool Allows)> rules = [];

    private RobotsRules()
    {
    }

    /// <summary>Everything is allowed.</summary>
    public static RobotsRules None { get; } = new();

    /// <summary>The delay asked for between two requests, or null.</summary>
    public TimeSpan? CrawlDelay { get; private set; }

    /// <summary>The rules for the agent: those of all groups that name it, else those for <c>*</c>.</summary>
    /// <param name="text">The file.</param>
    /// <param name="userAgent">Compared by its product name (before the slash), without case.</param>
    public static RobotsRules Parse(string text, string userAgent)
    {
        var product = userAgent.Split('/', ' ')[0];
        RobotsRules named = new(), general = new();
        var isNamed = false;
        var groups = new List<RobotsRules>();
        var inAgents = false;
        foreach (var (key, value) in Lines(text))
        {
            if (key == "user-agent")
            {
                if (!inAgents)
                    groups.Clear();
                inAgents = true;
                if (value.Equals(product, StringComparison.OrdinalIgnoreCase))
                {
                    isNamed = true;
                    groups.Add(named);
                }
                else if (value == "*")
                {
                    groups.Add(general);
                }

                continue;
            }

            inAgents = false;
            foreach (var group in groups)
                group.Add(key, value);
        }

        return isNamed ? named : general;
    }

    /// <summary>Whether a path with its query may be fetched: the longest matching rule decides, allowing before forbidding.</summary>
    public bool Allows(string pathAndQuery)
    {
        var best = -1;
        var allows = true;
        foreach (var (pattern, allowing) in rules)
        {
            if (pattern.Length < best || (pattern.Length == best && !allowing) || !Matches(pattern, pathAndQuery))
                continue;
            best = pattern.Length;
            allows = allowing;
        }

        return allows;
    }

    private void Add(string key, string value)
    {
        switch (key)
        {
            case "allow" or "disallow" when value.Length > 0:
                rules.Add((value, key == "allow"));
                break;
            case "crawl-delay" when double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
                && seconds is >= 0 and < 86_400:
                CrawlDelay = TimeSpan.FromSeconds(seconds);
                break;
        }
    }

    private static IEnumerable<(string Key, string Value)> Lines(string text)
    {
        foreach (var line in text.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
        {
            var content = line.Split('#')[0];
            if (content.IndexOf(':', StringComparison.Ordinal) is var colon and > 0)
                yield return (content[..colon].Trim().ToLowerInvariant(), content[(colon + 1)..].Trim());
        }
    }

    /// <summary>
    /// A prefix in which <c>*</c> stands for anything and a last <c>$</c> for the end; greedy with one step back, so never
    /// slower than pattern times path.
    /// </summary>
    private static bool Matches(string pattern, string path)
    {
        var anchored = pattern.EndsWith('$');
        var end = anchored ? pattern.Length - 1 : pattern.Length;
        int p = 0, i = 0, star = -1, from = 0;
        while (true)
        {
            if (p == end && (!anchored || i == path.Length))
                return true;
            if (p < end && pattern[p] == '*')
            {
                star = p++;
                from = i;
            }
            else if (p < end && i < path.Length && pattern[p] == path[i])
            {
                p++;
                i++;
            }
            else if (star >= 0 && from < path.Length)
            {
                p = star + 1;
                i = ++from;
            }
            else
            {
                return false;
            }
        }
    }
}
