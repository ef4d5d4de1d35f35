using System.Globalization;
using System.Net;
using IndicatorPipeline.Sources.Documents;

namespace IndicatorPipeline.Sources.Web;

/// <summary>Every reason and remedy of the web, in one place.</summary>
internal static class WebProblems
{
    /// <summary>Why the address itself may not be fetched, or null.</summary>
    public static Problem? OfAddress(Uri address)
    {
        if (address.Scheme is not ("http" or "https"))
            return new(FailureKind.Refused, $"{address.Scheme} addresses are not fetched", "give an http or https address");
        if (address.UserInfo.Length > 0)
            return new(FailureKind.Refused, "the address holds a user name or password", "give the address without it");
        return null;
    }

    public static Problem NoAddress() =>
        new(FailureKind.NotFound, "no valid http or https address", "check how it is written");

    public static Problem IsPrivate(string address) =>
        new(FailureKind.Refused, $"{address} is an address of a private network", "set AllowPrivateAddresses if it is meant");

    public static Problem RobotsSayNo(Uri address) =>
        new(FailureKind.Refused, $"robots.txt of {address.Authority} does not allow it", "ask the site's owner, or get the document in another way");

    public static Problem NoRobots(Problem why) =>
        new(FailureKind.Unreachable, Problems.OneLine($"robots.txt cannot be read: {why.Reason}"), "run again later");

    public static Problem TooManyRedirects(int limit) =>
        new(FailureKind.Unreachable, $"more than {Number(limit)} redirects", "open it in a browser and give the last address");

    public static Problem TooSlow(TimeSpan limit) =>
        new(FailureKind.Timeout, $"no whole answer within {Number((long)limit.TotalSeconds)} seconds", "run again later, or raise Timeout");

    public static Problem Failed(Exception failed) =>
        new(FailureKind.Unreachable, $"the connection failed: {Problems.FirstSentence(failed.InnerException?.Message ?? failed.Message)}",
            "check the address and the network, and run again");

    public static Problem BadStatus(HttpStatusCode status) =>
        new(FailureKind.Unreachable, $"the server says {Number((int)status)}", "open the address in a browser");

    public static Problem NoLinks(string pattern) =>
        new(FailureKind.NotFound, Problems.OneLine($"no link on the page matches {pattern}"),
            "check the pattern against the absolute addresses of the links");

    public static Problem TooManyLinks(int limit) =>
        new(FailureKind.TooLarge, $"more than {Number(limit)} links match; the first {Number(limit)} were read",
            "make the pattern narrower, or raise MaxLinks");

    public static Problem PatternTooSlow(string pattern) =>
        new(FailureKind.Timeout, Problems.OneLine($"matching {pattern} takes too long"), "make the pattern simpler");

    /// <summary>What a status that is no answer means, and whether to try again.</summary>
    public static NotFetched OfStatus(HttpStatusCode status, TimeSpan? retryAfter, TimeSpan longestWait)
    {
        var says = $"the server says {Number((int)status)}";
        switch (status)
        {
            case HttpStatusCode.NotFound or HttpStatusCode.Gone:
                return Final(FailureKind.NotFound, $"{says}: the page is gone", "keep the stored version; look for the new address");
            case HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden:
                return Final(FailureKind.AccessDenied, $"{says}: it does not show the page", "open it in a browser and save it");
            case HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError:
                if (retryAfter is not { } wait || wait <= longestWait)
                    return new NotFetched(BadStatus(status) with { Remedy = "run again later" }, MayRetry: true, retryAfter);
                var seconds = Number((long)wait.TotalSeconds);
                return Final(FailureKind.Unreachable, $"{says} and asks to wait {seconds} seconds", "run again later");
            default:
                return new NotFetched(BadStatus(status), MayRetry: false);
        }

        static NotFetched Final(FailureKind kind, string reason, string remedy) => new(new(kind, reason, remedy), MayRetry: false);
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
