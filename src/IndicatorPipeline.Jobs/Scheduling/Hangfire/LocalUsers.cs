using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Hangfire.Dashboard;
using Microsoft.AspNetCore.Http;

namespace IndicatorPipeline.Jobs.Scheduling.Hangfire;

/// <summary>Lets in who comes from this machine, by its own name, and knows the password (HTTP basic authentication).</summary>
internal sealed class LocalUsers(string password) : IDashboardAuthorizationFilter
{
    /// <inheritdoc/>
    public bool Authorize(DashboardContext context)
    {
        var http = context.GetHttpContext();
        if (!IsLocal(http))
        {
            return false;
        }

        if (Knows(http.Request))
        {
            return true;
        }

        http.Response.Headers.WWWAuthenticate = "Basic realm=\"jobs\", charset=\"UTF-8\"";
        return false;
    }

    /// <summary>
    /// The address alone does not tell: a proxy on this machine has a local one too, and so has a page elsewhere whose host name was made to lead
    /// here.
    /// </summary>
    private static bool IsLocal(HttpContext http)
    {
        var isFromHere = http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address);
        var isPassedOn = http.Request.Headers.ContainsKey("Forwarded") || http.Request.Headers.ContainsKey("X-Forwarded-For");
        return isFromHere && !isPassedOn && IsThisHost(http.Request.Host.Host);
    }

    // localhost, 127.0.0.1, [::1]
    private static bool IsThisHost(string host) =>
        host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private bool Knows(HttpRequest request)
    {
        if (!AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header)
            || !"Basic".Equals(header.Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var given = new byte[1024];
        if (!Convert.TryFromBase64String(header.Parameter ?? "", given, out var length)
            || Array.IndexOf(given, (byte)':', 0, length) is not (>= 0 and var colon))
        {
            return false;
        }

        return CryptographicOperations.FixedTimeEquals(given.AsSpan(colon + 1, length - colon - 1), Encoding.UTF8.GetBytes(password));
    }
}
