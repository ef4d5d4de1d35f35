using System.Net;
using System.Net.Sockets;

namespace IndicatorPipeline.Sources.Web;

/// <summary>
/// Keeps requests on the open internet: the address that a name resolves to is looked at when the connection is made, and it is that
/// address that is connected to.
/// </summary>
/// <remarks>A check before the request would not do: a name may resolve to another address the second time (DNS rebinding).</remarks>
internal static class AddressGuard
{
    /// <summary>Blocks of IPv4 that are not of the open internet (IANA special-purpose registry, RFC 6890 and its successors).</summary>
    private static readonly IPNetwork[] PrivateV4 =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
            "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
            "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        }.Select(IPNetwork.Parse),
    ];

    /// <summary>Within 2000::/3: Teredo, documentation, ORCHID.</summary>
    private static readonly IPNetwork[] PrivateV6 =
        [.. new[] { "2001::/32", "2001:db8::/32", "2001:10::/28", "2001:20::/28", "3fff::/20" }.Select(IPNetwork.Parse)];

    private static readonly IPNetwork Global = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");
    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>Whether the address is of the open internet, also what it holds of IPv4.</summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        if (address.AddressFamily == AddressFamily.InterNetwork)
            return !PrivateV4.Any(block => block.Contains(address));
        var bytes = address.GetAddressBytes();
        if (SixToFour.Contains(address))
            return IsPublic(new IPAddress(bytes.AsSpan(2, 4)));
        if (Nat64.Contains(address))
            return IsPublic(new IPAddress(bytes.AsSpan(12, 4)));
        return Global.Contains(address) && !PrivateV6.Any(block => block.Contains(address));
    }

    /// <summary>Connects to the first of the host's allowed addresses that answers.</summary>
    /// <exception cref="RefusedAddressException">None of its addresses is allowed.</exception>
    public static async ValueTask<Stream> ConnectAsync(DnsEndPoint host, bool allowPrivate, CancellationToken cancellation)
    {
        var all = IPAddress.TryParse(host.Host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host.Host, cancellation);
        var allowed = all.Where(address => allowPrivate || IsPublic(address)).ToArray();
        if (allowed.Length == 0)
            throw new RefusedAddressException(all.Length == 0 ? host.Host : all[0].ToString());
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, host.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
