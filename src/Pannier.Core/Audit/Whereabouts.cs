using System.Net;
using Microsoft.AspNetCore.Http;
using Pannier.Core.Throttling;

namespace Pannier.Core.Audit;

/// <summary>Where a request came from, as much as is worth keeping: kind of browser, kind of system, and the network, never the address.</summary>
/// <param name="Browser">Its name without a version; empty when unknown.</param>
/// <param name="System">Likewise.</param>
/// <param name="Network">The first 24 bits of IPv4 or 48 of IPv6, as <c>203.0.113.0/24</c>; empty when it came over no network.</param>
public sealed record Whereabouts(string Browser, string System, string Network)
{
    public static Whereabouts Unknown { get; } = new("", "", "");

    public static Whereabouts Of(HttpContext? http)
    {
        if (http is null) return Unknown;

        var device = Device.Read(http.Request.Headers.UserAgent.ToString());
        return new Whereabouts(device.Browser, device.System, http.Connection.RemoteIpAddress is { } address ? AddressPrefix.Shown(address) : "");
    }
}
