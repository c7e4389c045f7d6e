using System.Net;
using Microsoft.AspNetCore.Http;

namespace Pannier.Core.Http;

/// <summary>Whose connection a request came over, whatever forwarding headers say of others; set before those are believed.</summary>
internal sealed record PeerAddress(IPAddress? Address)
{
    /// <summary>Keeps it for later.</summary>
    public static void Keep(HttpContext http) => http.Features.Set(new PeerAddress(http.Connection.RemoteIpAddress));

    /// <summary>As IPv4 where it is; null when the request came over no network.</summary>
    public static IPAddress? Of(HttpContext http)
    {
        var address = http.Features.Get<PeerAddress>() is { } kept ? kept.Address : http.Connection.RemoteIpAddress;
        return address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
    }
}
